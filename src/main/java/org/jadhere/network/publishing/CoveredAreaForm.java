package org.jadhere.network.publishing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;

/** The form of a covered area: one checkbox per technology, the area as GeoJSON. */
final class CoveredAreaForm {

    private static final int MAX_LENGTH = 500_000;

    private CoveredAreaForm() {}

    static CoveredArea in(Form form, long id) {
        return new CoveredArea(
                id,
                form.required("name", 200),
                CoveredArea.TECHNOLOGIES.stream().filter(form::isTicked).toList(),
                geoJson(form));
    }

    private static @Nullable String geoJson(Form form) {
        String typed = form.text("area", MAX_LENGTH);
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

    static Map<String, String> fields(CoveredArea area) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", area.name());
        CoveredArea.TECHNOLOGIES.forEach(
                technology -> fields.put(technology, area.technologies().contains(technology) ? "yes" : ""));
        fields.put("area", Objects.requireNonNullElse(area.geoJson(), ""));
        return fields;
    }
}
