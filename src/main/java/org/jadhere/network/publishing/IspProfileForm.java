package org.jadhere.network.publishing;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;

/** The form of {@link IspProfile}: one website or chat room per line. */
final class IspProfileForm {

    private static final Pattern WEBSITE = Pattern.compile("(\\S.*?)[\\s\\h:=]+(https?://[^\\s\\p{Z}]+)");
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Z}]+");
    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}([.,][0-9]{1,8})?");
    private static final int MAX_LENGTH = 4000;

    private IspProfileForm() {}

    static IspProfile in(Form form) {
        return new IspProfile(
                form.text("shortname", 15),
                form.text("description", 5000),
                logo(form),
                websites(form),
                form.text("list", 320),
                form.date("created"),
                form.date("federated"),
                progress(form),
                chatrooms(form),
                office(form),
                point(form));
    }

    private static String logo(Form form) {
        String typed = form.text("logo", 300);
        if (!typed.isEmpty() && !typed.matches("https?://[^\\s\\p{Z}]+")) {
            form.reject("logo", "error.website");
        }
        return typed;
    }

    /** In the format, the name of a website is a key, so each name is allowed once. */
    private static List<String> websites(Form form) {
        Set<String> names = new HashSet<>();
        return lines(form, "websites").stream()
                .map(line -> {
                    var website = WEBSITE.matcher(line);
                    if (!website.matches() || !names.add(website.group(1))) {
                        form.reject("websites", "error.websites");
                        return line;
                    }
                    return website.group(1) + " " + website.group(2);
                })
                .toList();
    }

    private static List<String> chatrooms(Form form) {
        var rooms = lines(form, "chatrooms").stream().distinct().toList();
        if (!rooms.stream().allMatch(room -> URI.matcher(room).matches())) {
            form.reject("chatrooms", "error.chatrooms");
        }
        return rooms;
    }

    private static List<String> lines(Form form, String name) {
        return form.text(name, MAX_LENGTH)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static @Nullable Short progress(Form form) {
        Long typed = form.number("progress");
        if (typed != null && (typed < 1 || typed > 7)) {
            form.reject("progress", "error.between", 1, 7);
            return null;
        }
        return typed == null ? null : typed.shortValue();
    }

    private static IspProfile.Office office(Form form) {
        String region = form.text("region", 200);
        String country = form.text("country", 200);
        if (region.isEmpty() != country.isEmpty()) {
            form.reject(region.isEmpty() ? "region" : "country", "error.office-half");
        }
        return new IspProfile.Office(form.text("box", 200), form.text("extended", 200), region, country);
    }

    private static IspProfile.@Nullable Point point(Form form) {
        BigDecimal latitude = degrees(form, "latitude", 90);
        BigDecimal longitude = degrees(form, "longitude", 180);
        boolean oneIsMissing =
                form.value("latitude").isBlank() != form.value("longitude").isBlank();
        if (oneIsMissing) {
            form.reject(form.value("latitude").isBlank() ? "latitude" : "longitude", "error.coordinates-half");
        }
        return latitude == null || longitude == null ? null : new IspProfile.Point(latitude, longitude);
    }

    private static @Nullable BigDecimal degrees(Form form, String name, int max) {
        String typed = form.text(name);
        if (typed == null) {
            return null;
        }
        if (!DEGREES.matcher(typed).matches()) {
            form.reject(name, "error.degrees", typed);
            return null;
        }
        BigDecimal degrees = new BigDecimal(typed.replace(',', '.'));
        if (degrees.abs().compareTo(BigDecimal.valueOf(max)) > 0) {
            form.reject(name, "error.between", -max, max);
            return null;
        }
        return degrees;
    }

    static Map<String, String> fields(IspProfile profile) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("shortname", profile.shortname());
        fields.put("description", profile.description());
        fields.put("logo", profile.logoUrl());
        fields.put("websites", String.join("\n", profile.otherWebsites()));
        fields.put("list", profile.mailingList());
        fields.put("created", Objects.toString(profile.createdOn(), ""));
        fields.put("federated", Objects.toString(profile.federatedOn(), ""));
        fields.put("progress", Objects.toString(profile.progress(), ""));
        fields.put("chatrooms", String.join("\n", profile.chatrooms()));
        fields.put("box", profile.office().box());
        fields.put("extended", profile.office().extended());
        fields.put("region", profile.office().region());
        fields.put("country", profile.office().country());
        var point = profile.point();
        fields.put("latitude", point == null ? "" : point.latitude().toPlainString());
        fields.put("longitude", point == null ? "" : point.longitude().toPlainString());
        return fields;
    }
}
