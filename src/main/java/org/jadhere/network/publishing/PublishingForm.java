package org.jadhere.network.publishing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.FormFields;

/** The form of {@link Publishing}: name servers separated by spaces, commas or lines. */
public final class PublishingForm {

    private static final int MAX_LENGTH = 4000;

    private PublishingForm() {}

    static Publishing in(Form form) {
        var servers = servers(form);
        boolean zones = form.isTicked("zones");
        if (zones && !servers.isComplete() && !form.hasErrors()) {
            form.reject("zones", "error.zones-incomplete");
        }
        return new Publishing(
                zones, form.isTicked("geofeed"), form.isTicked("isp-json"), servers, IspProfileForm.in(form));
    }

    private static NameServers servers(Form form) {
        String primary = form.text("primary") == null ? "" : host(form, "primary", form.value("primary"));
        return new NameServers(
                primary,
                hosts(form, "servers").stream().map(HostName::text).toList(),
                hostmaster(form),
                seconds(form, "ttl", 604_800),
                seconds(form, "negative-ttl", 86_400));
    }

    private static String host(Form form, String name, String typed) {
        try {
            return HostName.parse(typed).text();
        } catch (IllegalArgumentException noName) {
            form.reject(name, "error.host-name", typed.strip());
            return "";
        }
    }

    /** The host names of a field in the order typed, without duplicates, at most 12. */
    public static List<HostName> hosts(Form form, String name) {
        String typed = form.text(name, MAX_LENGTH);
        List<String> hosts = Stream.of(typed.split("[,;\\s\\h]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> host(form, name, word))
                .filter(host -> !host.isEmpty())
                .distinct()
                .toList();
        if (hosts.size() > 12) {
            form.reject(name, "error.too-many", 12);
        }
        return hosts.stream().map(HostName::new).toList();
    }

    private static String hostmaster(Form form) {
        String typed = form.text("hostmaster", 320);
        int at = typed.lastIndexOf('@');
        if (typed.isEmpty()) {
            return "";
        }
        boolean isMailbox = FormFields.isEmail(typed) && typed.substring(0, at).matches("[A-Za-z0-9+_.-]{1,63}");
        if (!isMailbox) {
            form.reject("hostmaster", "error.hostmaster");
            return "";
        }
        return typed.substring(0, at + 1)
                + host(form, "hostmaster", typed.substring(at + 1)).toLowerCase(Locale.ROOT);
    }

    private static int seconds(Form form, String name, int max) {
        Long typed = form.number(name);
        if (typed != null && (typed < 60 || typed > max)) {
            form.reject(name, "error.between", 60, max);
        }
        return form.error(name) != null || typed == null ? 3600 : Math.toIntExact(typed);
    }

    static Map<String, String> fields(Publishing publishing) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("zones", publishing.zones() ? "yes" : "");
        fields.put("geofeed", publishing.geofeed() ? "yes" : "");
        fields.put("isp-json", publishing.ispJson() ? "yes" : "");
        var servers = publishing.servers();
        fields.put("primary", servers.primary());
        fields.put("servers", String.join("\n", servers.others()));
        fields.put("hostmaster", servers.hostmaster());
        fields.put("ttl", Objects.toString(servers.ttl()));
        fields.put("negative-ttl", Objects.toString(servers.negativeTtl()));
        fields.putAll(IspProfileForm.fields(publishing.profile()));
        return fields;
    }
}
