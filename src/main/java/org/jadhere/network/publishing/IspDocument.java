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

/** The federation's format 0.1 (ffdn.org, isp-format): what is not known is left out. */
final class IspDocument {

    /** A number, not a text: that is how validators find the schema. */
    private static final BigDecimal VERSION = new BigDecimal("0.1");

    private static final Pattern TOWN = Pattern.compile("(?:[A-Z]{1,3}-)?([0-9]{4,6})[\\s\\h]+(.+)");

    private IspDocument() {}

    /**
     * Counted, at one moment.
     *
     * @param subscribers who have an internet access
     */
    record Counts(int members, int subscribers) {}

    /** The format wants an e-mail address. */
    static boolean isPossible(Association association) {
        return !association.email().isEmpty();
    }

    /** The format wants a town with a registered office, and the association's address is where it stands. */
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
        document.fields.put(
                "coveredAreas", areas.stream().map(IspDocument::area).toList());
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

    /** A post office box and what is beside the street stand only with a street. */
    private static Map<String, Object> office(Association association, IspProfile.Office office) {
        Optional<Matcher> town = town(association);
        if (!office.isKnown() || town.isEmpty()) {
            return Map.of();
        }
        var told = new Document();
        String street = street(association);
        told.put("post-office-box", street.isEmpty() ? "" : office.box());
        told.put("extended-address", street.isEmpty() ? "" : office.extended());
        told.put("street-address", street);
        told.put("locality", town.get().group(2).strip());
        told.put("region", office.region());
        told.put("postal-code", town.get().group(1));
        told.put("country-name", office.country());
        return told.fields;
    }

    /** The line with the postal code. */
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

    private static Map<String, Object> area(CoveredArea area) {
        var told = new Document();
        told.put("name", area.name());
        told.fields.put("technologies", area.technologies());
        told.put("area", area.geoJson() == null ? null : GeoJson.node(area.geoJson()));
        return told.fields;
    }

    /** Takes in what is known. */
    private static final class Document {

        private final Map<String, Object> fields = new LinkedHashMap<>();

        void put(String name, @Nullable Object value) {
            boolean isNothing = value == null
                    || value.equals("")
                    || value instanceof List<?> list && list.isEmpty()
                    || value instanceof Map<?, ?> map && map.isEmpty();
            if (!isNothing) {
                fields.put(name, value instanceof LocalDate day ? day.toString() : value);
            }
        }
    }
}
