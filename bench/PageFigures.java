import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of one page in all rounds, and their medians. */
final class PageFigures {

    private final Map<Integer, List<double[]>> rounds = new TreeMap<>();
    final List<Double> sql = new ArrayList<>();
    final List<Double> fixed = new ArrayList<>();
    final List<Double> password = new ArrayList<>();

    /** As printed by {@code Load}: requests per second, p50, p99, bytes, errors. */
    void add(int connections, double[] figures) {
        rounds.computeIfAbsent(connections, key -> new ArrayList<>()).add(figures);
    }

    long bytes() {
        return (long) rounds.get(2).getLast()[3];
    }

    private double median(int connections, int figure) {
        return Bench.median(rounds.get(connections).stream().map(one -> one[figure]).toList());
    }

    Map<String, Object> told(int queries) {
        var all = new LinkedHashMap<String, Object>();
        all.put("bytes", bytes());
        all.put("queries", queries);
        rounds.keySet().forEach(connections -> all.put("at-" + connections, Map.of(
                "per-second", median(connections, 0),
                "p50-us", median(connections, 1),
                "p99-us", median(connections, 2),
                "errors", rounds.get(connections).stream().mapToDouble(one -> one[4]).sum())));
        all.put("sql-us", Bench.median(sql));
        all.put("static-us", Bench.median(fixed));
        all.put("password-us", Bench.median(password));
        all.put("to-floor", Bench.ratio(median(2, 1), Bench.median(sql) + Bench.median(fixed) + Bench.median(password)));
        all.put("p99-to-p50-at-16", Bench.ratio(median(16, 2), median(16, 1)));
        return all;
    }
}
