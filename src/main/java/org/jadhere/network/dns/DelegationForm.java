package org.jadhere.network.dns;

import java.util.List;
import java.util.Map;
import org.jadhere.network.publishing.HostName;
import org.jadhere.network.publishing.PublishingForm;
import org.jadhere.platform.web.Form;

/** The form of a delegation: name servers separated by spaces, commas or lines. */
final class DelegationForm {

    private DelegationForm() {}

    static List<HostName> servers(Form form) {
        form.required("servers");
        return PublishingForm.hosts(form, "servers");
    }

    static Map<String, String> fields(Delegation delegation) {
        return Map.of("servers", String.join("\n", delegation.servers()));
    }
}
