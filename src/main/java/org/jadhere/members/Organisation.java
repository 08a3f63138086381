package org.jadhere.members;

/** A legal person. */
public record Organisation(long id, String name, String description, String email, String phone, String address) {

    java.util.Map<String, String> fields() {
        var fields = new java.util.LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("description", description);
        fields.put("email", email);
        fields.put("phone", phone);
        fields.put("address", address);
        return fields;
    }
}
