package org.jadhere.network.publishing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jadhere.people.association.Association;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;

/** The content of isp.json in isp-format 0.1 (ffdn.org); unknown fields are left out. */
final class IspDocument {

    /** A number, not a string, since validators choose the schema by it. */
    private static final BigDecimal VERSION = new BigDecimal("0.1");

    private static final Pattern TOWN = Pattern.compile("(?:[A-Z]{1,3}-)?([0-9]{4,6})[\\s\\h]+(.+)");

    private IspDocument() {}

    /**
     * Counts of one instant.
     *
     * @param subscribers members with internet access
     */
    record Counts(int members, int subscribers) {}

    /** The format requires an e-mail address. */
    static boolean isPossible(Association association) {
        return !association.email().isEmpty();
    }

    /** The format requires a town in a registered office; it is read from the address of the association. */
    static void checkOffice(IspProfile profile, Association association, Form form) {
        if (profile.office().isKnown() && town(association).isEmpty()) {
            form.reject("region", "error.office-town");
        }
    }

    static Map<String, Object> of(Association association, IspProfile profile, List<CoveredArea> areas, Counts counts) {
        var document = new Document();
        document.put("version", VERSION);
        document.put("name", association.name());
        document.put("shortname", profile.shortname());
        document.put("description", profile.description());
        document.put("logoURL", profile.logoUrl());
        document.put("website", association.website());
        document.put("otherWebsites", websites(profile));
        document.put("email", association.email());
        document.put("mainMailingList", profile.mailingList());
        document.put("creationDate", profile.createdOn());
        document.put("ffdnMemberSince", profile.federatedOn());
        document.put("progressStatus", profile.progress());
        document.put("memberCount", counts.members());
        document.put("subscriberCount", counts.subscribers());
        document.put("chatrooms", profile.chatrooms());
        document.put("registeredOffice", office(association, profile.office()));
        document.put("coordinates", coordinates(profile.point()));
        document.fields.put("coveredAreas", areas(areas));
        return document.fields;
    }

    private static Map<String, String> websites(IspProfile profile) {
        return profile.otherWebsites().stream()
                .collect(Collectors.toMap(
                        website -> website.substring(0, website.lastIndexOf(' ')),
                        website -> website.substring(website.lastIndexOf(' ') + 1),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** The format allows a post office box and an extended address only beside a street. */
    private static Map<String, Object> office(Association association, IspProfile.Office office) {
        Optional<Matcher> town = town(association);
        if (!office.isKnown() || town.isEmpty()) {
            return Map.of();
        }
        var json = new Document();
        String street = street(association);
        json.put("post-office-box", street.isEmpty() ? "" : office.box());
        json.put("extended-address", street.isEmpty() ? "" : office.extended());
        json.put("street-address", street);
        json.put("locality", town.get().group(2).strip());
        json.put("region", office.region());
        json.put("postal-code", town.get().group(1));
        json.put("country-name", office.country());
        return json.fields;
    }

    /** The last line with a postal code. */
    private static Optional<Matcher> town(Association association) {
        return association
                .address()
                .lines()
                .map(line -> TOWN.matcher(line.strip()))
                .filter(Matcher::matches)
                .reduce((first, last) -> last);
    }

    private static String street(Association association) {
        return association
                .address()
                .lines()
                .map(String::strip)
                .takeWhile(line -> !TOWN.matcher(line).matches())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> coordinates(IspProfile.@Nullable Point point) {
        return point == null
                ? Map.of()
                : new TreeMap<>(Map.of("latitude", point.latitude(), "longitude", point.longitude()));
    }

    private static List<Map<String, Object>> areas(List<CoveredArea> areas) {
        return areas.stream().map(IspDocument::area).toList();
    }

    private static Map<String, Object> area(CoveredArea area) {
        var json = new Document();
        json.put("name", area.name());
        json.fields.put("technologies", area.technologies());
        json.put("area", area.geoJson() == null ? null : GeoJson.node(area.geoJson()));
        return json.fields;
    }

    /** Skips empty values. */
    private static final class Document {

        private final Map<String, Object> fields = new LinkedHashMap<>();

        void put(String name, @Nullable Object value) {
            boolean isEmpty = value == null
                    || value.equals("")
                    || value instanceof List<?> list && list.isEmpty()
                    || value instanceof Map<?, ?> map && map.isEmpty();
            if (!isEmpty) {
                fields.put(name, value instanceof LocalDate day ? day.toString() : value);
            }
        }
    }
}
