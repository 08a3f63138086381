package org.jadhere.network.sightings;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jadhere.platform.cli.CommandException;

/**
 * The positions of the columns of a router's table, by name in any order and case; other columns are ignored.
 *
 * @param routes whether the name of the address column means that all lines are routes
 */
record RouterCsvHeader(int size, int address, boolean routes, int kind, int seenAt, int source) {

    private static final List<String> ADDRESS = List.of("address", "ip", "prefix", "network", "destination", "route");
    private static final List<String> ROUTES = List.of("destination", "route");
    private static final List<String> SEEN = List.of("seen", "at", "last_seen");
    private static final List<String> SOURCE = List.of("source", "router", "interface");

    /** The most frequent separator of the header line. */
    static char separator(String names) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(names, candidate) > count(names, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    static RouterCsvHeader of(List<String> names) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip().toLowerCase(Locale.ROOT);
            if (positions.put(name, i) != null && isKnown(name)) {
                throw new CommandException("column named twice: " + name);
            }
        }
        int address = position(positions, ADDRESS);
        if (address < 0) {
            throw new CommandException("no header line with a column " + String.join(", ", ADDRESS));
        }
        boolean routes = ROUTES.contains(names.get(address).strip().toLowerCase(Locale.ROOT));
        return new RouterCsvHeader(
                names.size(),
                address,
                routes,
                position(positions, List.of("kind")),
                position(positions, SEEN),
                position(positions, SOURCE));
    }

    private static boolean isKnown(String name) {
        return ADDRESS.contains(name) || SEEN.contains(name) || SOURCE.contains(name) || name.equals("kind");
    }

    private static int position(Map<String, Integer> positions, List<String> names) {
        return names.stream()
                .filter(positions::containsKey)
                .findFirst()
                .map(positions::get)
                .orElse(-1);
    }
}
