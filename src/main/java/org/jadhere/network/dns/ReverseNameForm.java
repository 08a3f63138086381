package org.jadhere.network.dns;

import java.util.Map;
import org.jadhere.network.publishing.HostName;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;

/** The form of a reverse name. */
final class ReverseNameForm {

    private static final String ADDRESS = "address";

    private ReverseNameForm() {}

    /** Returns null if the form has errors. */
    static @Nullable HostName name(Form form) {
        String typed = form.required("name").strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return HostName.parse(typed);
        } catch (IllegalArgumentException noName) {
            form.reject("name", "error.host-name", typed);
            return null;
        }
    }

    static Map<String, String> fields(ReverseName name) {
        return Map.of("name", name.name());
    }

    /** Returns the required single address, or null if the form has errors. */
    static @Nullable IpPrefix address(Form form) {
        IpPrefix address = form.requiredPrefix(ADDRESS);
        if (address == null && form.value(ADDRESS).isBlank() || address != null && address.isSingleAddress()) {
            return address;
        }
        form.reject(ADDRESS, "error.single-address", form.value(ADDRESS).strip());
        return null;
    }
}
