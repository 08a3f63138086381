package org.jadhere.network.publishing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jadhere.platform.db.IpPrefix;

/** Section 2.1 of RFC 8805: CSV without quotes, four or five fields, comments, one line for each prefix. */
final class Rfc8805 {

    private static final Set<String> ALPHA2 = Set.of(Locale.getISOCountries());
    private static final Pattern REGION = Pattern.compile("([A-Z]{2})-[A-Z0-9]{1,3}");

    static List<String> faults(String feed) {
        var faults = new ArrayList<String>();
        var seen = new HashSet<String>();
        if (!feed.isEmpty() && !feed.endsWith("\n")) {
            faults.add("the last line has no end");
        }
        for (String line : feed.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                entry(line.split(",", -1), seen, faults);
            }
        }
        return faults;
    }

    private static void entry(String[] fields, Set<String> seen, List<String> faults) {
        String line = String.join(",", fields);
        if (fields.length < 4 || fields.length > 5) {
            faults.add("four fields, or five with the postal code: " + line);
            return;
        }
        check(isCanonicalPrefix(fields[0]), "prefix of section 2.1.1.1", line, faults);
        check(seen.add(fields[0]), "one entry a prefix", line, faults);
        check(fields[1].isEmpty() || ALPHA2.contains(fields[1]), "alpha2code", line, faults);
        var region = REGION.matcher(fields[2]);
        check(
                fields[2].isEmpty() || region.matches() && region.group(1).equals(fields[1]),
                "region of that country",
                line,
                faults);
        check(!fields[3].contains("\"") && fields[3].equals(fields[3].strip()), "city", line, faults);
        check(fields.length == 4 || fields[4].isEmpty(), "postal code is deprecated", line, faults);
    }

    private static boolean isCanonicalPrefix(String text) {
        try {
            return IpPrefix.parse(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void check(boolean good, String rule, String line, List<String> faults) {
        if (!good) {
            faults.add(rule + ": " + line);
        }
    }
}
