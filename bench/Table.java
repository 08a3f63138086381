import java.util.List;
import java.util.Map;

/** Prints the results as a table. */
final class Table {

    private Table() {}

    static void print(List<Map<String, Object>> results) {
        for (var result : results) {
            System.out.printf("%n%,d members%n", result.get("members"));
            line("start", result.get("start"));
            line("empty application", result.get("empty"));
            if (result.get("commands") instanceof Map<?, ?> commands) {
                commands.forEach((name, took) -> System.out.printf("  %-32s %s%n", name, took));
            }
            if (result.get("pages") instanceof Map<?, ?> pages) {
                System.out.printf("  memory: %s MB idle, %s MB after the load%n", result.get("idle-mb"), result.get("loaded-mb"));
                System.out.printf("  %-14s %8s %7s |%33s | %s%n", "", "bytes", "queries", "per second at 1, 2, 16, 64 ",
                        "p50 at 2: page, sql, static, password (ms), to floor, growth | p99/p50 at 16 | errors");
                pages.forEach((name, page) -> row(name, map(page), map(map(results.get(0).get("pages")).get(name))));
            }
        }
    }

    private static void row(Object name, Map<?, ?> page, Map<?, ?> smallest) {
        System.out.printf("  %-14s %8s %7s |", name, page.get("bytes"), page.get("queries"));
        double errors = 0;
        for (int connections : List.of(1, 2, 16, 64)) {
            var at = map(page.get("at-" + connections));
            System.out.printf(" %7.0f", (double) at.get("per-second"));
            errors += (double) at.get("errors");
        }
        double p50 = (double) map(page.get("at-2")).get("p50-us");
        System.out.printf("  | %8.2f %8.2f %8.2f %8.2f %6.2f x %6.2f x | %5.2f | %.0f%n", p50 / 1000, (double) page.get("sql-us") / 1000,
                (double) page.get("static-us") / 1000, (double) page.get("password-us") / 1000, (double) page.get("to-floor"),
                p50 / (double) map(smallest.get("at-2")).get("p50-us"), (double) page.get("p99-to-p50-at-16"), errors);
    }

    private static void line(String name, Object value) {
        if (value != null) {
            System.out.printf("  %-32s %s%n", name, value);
        }
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }
}
