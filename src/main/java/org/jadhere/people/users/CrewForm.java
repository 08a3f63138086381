package org.jadhere.people.users;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.people.access.Permission;
import org.jadhere.platform.web.Form;

/** A crew's form: its name, and a checkbox for each permission, named by its word. */
final class CrewForm {

    private CrewForm() {}

    static String name(Form form) {
        return form.required("name", 150);
    }

    static Set<Permission> permissions(Form form) {
        return Stream.of(Permission.values())
                .filter(permission -> form.isTicked(permission.word()))
                .collect(Collectors.toSet());
    }

    static Map<String, String> fields(Crew crew) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", crew.name());
        for (Permission permission : Permission.values()) {
            fields.put(permission.word(), crew.permissions().contains(permission) ? "yes" : "");
        }
        return fields;
    }
}
