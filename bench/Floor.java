import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements that a page sends, read from PostgreSQL's log and executed again through JDBC alone. */
record Floor(List<Asked> statements) {

    private static final Pattern ENTRY = Pattern.compile(
            "LOG:  duration: ([\\d.]+) ms  (?:execute [^:]+|statement): (.*?)\\n(?:[^\\t\\n]*DETAIL:  [Pp]arameters: (.*?)\\n)?(?=\\S|\\z)",
            Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']++|'')*+)')", Pattern.DOTALL);
    private static final Pattern FRAME = Pattern.compile("(?i)\\s*(begin|commit|rollback|set|show|discard)\\b.*", Pattern.DOTALL);

    record Asked(String sql, List<@Nullable String> values, double millis) {

        boolean reads() {
            return sql.matches("(?is)\\s*(select|with)\\b.*") && !sql.matches("(?is).*\\b(set_config|insert|update|delete|for share)\\b.*");
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    /** PostgreSQL writes a file for each day of the week. */
    private static Path newestLog(Path folder) throws Exception {
        try (var logs = Files.newDirectoryStream(folder, "server-*.log")) {
            return StreamSupport.stream(logs.spliterator(), false)
                    .max(Comparator.comparing(log -> log.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    /** Returns the statements of connections opened since {@link #listen}, executed during the given action. */
    static Floor recorded(Dataset dataset, Step step) throws Exception {
        Path log = newestLog(dataset.home().resolve("postgres"));
        long from = Files.size(log);
        step.run();
        Thread.sleep(300);
        byte[] all = Files.readAllBytes(log);
        var text = new String(Arrays.copyOfRange(all, (int) from, all.length));
        var statements = new ArrayList<Asked>();
        var entries = ENTRY.matcher(text);
        while (entries.find()) {
            if (!FRAME.matcher(entries.group(2)).matches()) {
                statements.add(new Asked(entries.group(2).replaceAll("\\n\\t", "\n"), values(entries.group(3)),
                        Double.parseDouble(entries.group(1))));
            }
        }
        return new Floor(statements);
    }

    static Floor of(Dataset dataset, Callable<?> step) throws Exception {
        return recorded(dataset, step::call);
    }

    static void listen(Dataset dataset, boolean on) throws Exception {
        try (var connection = dataset.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter role jadhere " + (on ? "set log_min_duration_statement = 0" : "reset log_min_duration_statement"));
        }
    }

    private static List<@Nullable String> values(@Nullable String detail) {
        List<@Nullable String> values = new ArrayList<>();
        if (detail != null) {
            VALUE.matcher(detail).results().forEach(value ->
                    values.add(value.group(1) == null ? null : value.group(1).replace("''", "'")));
        }
        return values;
    }

    double slowestMillis() {
        return statements.stream().mapToDouble(Asked::millis).max().orElse(0);
    }

    /** Median in microseconds, on so many connections at once. Statements that write run on one connection and are rolled back. */
    long micros(Dataset dataset, int connections, double seconds) throws Exception {
        boolean reads = statements.stream().allMatch(Asked::reads);
        int threads = reads ? connections : 1;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var work = new ArrayList<Callable<List<Long>>>();
            for (int i = 0; i < threads; i++) {
                work.add(() -> repeat(dataset, reads, System.nanoTime() + (long) (seconds * 1e9)));
            }
            var all = new ArrayList<Long>();
            for (var part : pool.invokeAll(work)) {
                all.addAll(part.get());
            }
            all.sort(null);
            return all.get(all.size() / 2) / 1000;
        }
    }

    private List<Long> repeat(Dataset dataset, boolean reads, long end) throws Exception {
        var nanos = new ArrayList<Long>();
        try (var connection = dataset.connect("jadhere")) {
            connection.createStatement().execute("set jit = off");
            connection.setAutoCommit(reads);
            var prepared = new ArrayList<PreparedStatement>();
            for (var asked : statements) {
                prepared.add(connection.prepareStatement(asked.sql.replace("?", "??").replaceAll("\\$\\d+", "?")));
            }
            for (long now = System.nanoTime(); now < end || nanos.isEmpty(); ) {
                once(connection, prepared);
                long later = System.nanoTime();
                nanos.add(later - now);
                now = later;
            }
        }
        return nanos.subList(nanos.size() / 5, nanos.size()); // the first fifth warms up
    }

    private void once(Connection connection, List<PreparedStatement> prepared) throws SQLException {
        for (int i = 0; i < prepared.size(); i++) {
            var values = statements.get(i).values;
            for (int v = 0; v < values.size(); v++) {
                prepared.get(i).setObject(v + 1, values.get(v), Types.OTHER);
            }
            if (prepared.get(i).execute()) {
                try (var rows = prepared.get(i).getResultSet()) {
                    while (rows.next()) {
                        rows.getString(1);
                    }
                }
            }
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }
}
