package org.jadhere.publishing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jadhere.web.Form;
import org.jspecify.annotations.Nullable;

/** A covered area as a form has it: a box to tick for each technology, the area as GeoJSON. */
final class AreaForm {

    private static final int LONG = 500_000;

    private AreaForm() {}

    static Area in(Form form, long id) {
        return new Area(
                id,
                form.required("name", 200),
                Area.TECHNOLOGIES.stream().filter(form::isTicked).toList(),
                geoJson(form));
    }

    private static @Nullable String geoJson(Form form) {
        String typed = form.text("area", LONG);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return GeoJson.parse(typed);
        } catch (IllegalArgumentException noArea) {
            form.reject("area", "error.geojson");
            return null;
        }
    }

    static Map<String, String> fields(Area area) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", area.name());
        Area.TECHNOLOGIES.forEach(
                technology -> fields.put(technology, area.technologies().contains(technology) ? "yes" : ""));
        fields.put("area", Objects.requireNonNullElse(area.geoJson(), ""));
        return fields;
    }
}
