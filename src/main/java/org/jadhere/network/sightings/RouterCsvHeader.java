package org.jadhere.network.sightings;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jadhere.platform.cli.CommandException;

/**
 * Where the columns of a router's table stand, whatever their order and capitals; those that nobody asked for do not matter.
 *
 * @param routes whether the name of the first says that all are routes
 */
record RouterCsvHeader(int size, int address, boolean routes, int kind, int seenAt, int source) {

    private static final List<String> ADDRESS = List.of("address", "ip", "prefix", "network", "destination", "route");
    private static final List<String> ROUTES = List.of("destination", "route");
    private static final List<String> SEEN = List.of("seen", "at", "last_seen");
    private static final List<String> SOURCE = List.of("source", "router", "interface");

    /** The separator that the line of names has most of. */
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
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip().toLowerCase(Locale.ROOT);
            if (places.put(name, i) != null && isOurs(name)) {
                throw new CommandException("column named twice: " + name);
            }
        }
        int address = place(places, ADDRESS);
        if (address < 0) {
            throw new CommandException("no header line with a column " + String.join(", ", ADDRESS));
        }
        boolean routes = ROUTES.contains(names.get(address).strip().toLowerCase(Locale.ROOT));
        return new RouterCsvHeader(
                names.size(),
                address,
                routes,
                place(places, List.of("kind")),
                place(places, SEEN),
                place(places, SOURCE));
    }

    private static boolean isOurs(String name) {
        return ADDRESS.contains(name) || SEEN.contains(name) || SOURCE.contains(name) || name.equals("kind");
    }

    private static int place(Map<String, Integer> places, List<String> names) {
        return names.stream()
                .filter(places::containsKey)
                .findFirst()
                .map(places::get)
                .orElse(-1);
    }
}
