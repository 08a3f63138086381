import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command line of bench/run. */
record Options(List<Integer> sizes, List<String> only, double seconds, @Nullable Path json) {

    static Options of(String[] arguments) {
        var sizes = new ArrayList<Integer>();
        var only = new ArrayList<String>();
        double seconds = 3;
        Path json = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--size" -> sizes.add(Integer.valueOf(value(arguments, ++i)));
                case "--only" -> only.add(value(arguments, ++i));
                case "--seconds" -> seconds = Double.parseDouble(value(arguments, ++i));
                case "--json" -> json = Path.of(value(arguments, ++i));
                default -> refuse("unknown option " + arguments[i]);
            }
        }
        var known = Stream.concat(Stream.of("start", "commands", "empty"), Page.all().stream().map(Page::label)).toList();
        only.stream().filter(name -> !known.contains(name)).forEach(name -> refuse("--only is one of " + known));
        return new Options(sizes.isEmpty() ? List.of(5_000) : sizes, only, seconds, json);
    }

    private static String value(String[] arguments, int i) {
        if (i == arguments.length) {
            refuse(arguments[i - 1] + " needs a value");
        }
        return arguments[i];
    }

    private static void refuse(String why) {
        System.err.println("bench/run: " + why);
        System.err.println("bench/run [--size 5000|50000|500000]... [--only start|commands|empty|PAGE]... [--seconds S] [--json FILE]");
        System.exit(2);
    }

    boolean wants(String what) {
        return only.isEmpty() || only.contains(what);
    }

    Stream<Page> pages() {
        return Arrays.stream(Page.values()).filter(page -> wants(page.label()));
    }
}
