package org.jadhere.network.publishing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;

/** The form of a {@link Location}. */
final class LocationForm {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private LocationForm() {}

    /** Returns empty if the form has errors. */
    static Optional<Location> in(Form form, @Nullable Location known) {
        IpPrefix prefix = known == null ? form.requiredPrefix("prefix") : known.prefix();
        String country = form.required("country").strip().toUpperCase(Locale.ROOT);
        if (!country.isEmpty() && !COUNTRIES.contains(country)) {
            form.reject("country", "error.country");
        }
        String region = form.text("region", 10).toUpperCase(Locale.ROOT);
        if (!region.isEmpty() && !region.matches("[A-Z]{2}-[A-Z0-9]{1,3}")
                || !region.isEmpty() && !region.startsWith(country)) {
            form.reject("region", "error.region");
        }
        String city = form.text("city", 200);
        if (city.matches("(?s).*[,\"#\\p{Cntrl}].*")) {
            form.reject("city", "error.city");
        }
        return prefix == null || form.hasErrors()
                ? Optional.empty()
                : Optional.of(new Location(known == null ? 0 : known.id(), prefix, country, region, city));
    }

    static Map<String, String> fields(Location location) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("country", location.country());
        fields.put("region", location.region());
        fields.put("city", location.city());
        return fields;
    }
}
