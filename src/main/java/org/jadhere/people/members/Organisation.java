package org.jadhere.people.members;

import java.util.LinkedHashMap;
import java.util.Map;

/** A legal person; unknown texts are empty. */
public record Organisation(long id, String name, String description, String email, String phone, String address) {

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("description", description);
        fields.put("email", email);
        fields.put("phone", phone);
        fields.put("address", address);
        return fields;
    }
}
