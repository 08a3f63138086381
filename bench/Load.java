import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Load generator in a separate process. Reads lines "SOCKET PAGE-OR-PATH CONNECTIONS SECONDS" and answers each with
 * "REQUESTS-PER-SECOND P50-MICROS P99-MICROS BYTES ERRORS". Connections and their logins are kept from line to line.
 */
final class Load {

    private static final int MOST = 2_000_000;

    private final Map<String, List<Client>> clients = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        var load = new Load();
        var lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] job = line.split(" ");
            System.out.println(load.run(Path.of(job[0]), job[1], Integer.parseInt(job[2]), Double.parseDouble(job[3])));
        }
    }

    private interface Request {
        Client.Answer ask(Client client, int connection) throws IOException;
    }

    private String run(Path socket, String what, int connections, double seconds) throws Exception {
        Page page = what.startsWith("/") ? null : Page.valueOf(what);
        Request request = page == null ? (client, connection) -> client.get(what) : page::ask;
        var open = clients(socket, page, connections);
        try (var threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<Asked>> work = new ArrayList<>();
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            for (int i = 0; i < connections; i++) {
                int connection = i;
                work.add(() -> Asked.until(end, open.get(connection), connection, request));
            }
            var done = new ArrayList<Asked>();
            for (var asked : threads.invokeAll(work)) {
                done.add(asked.get());
            }
            return Asked.together(done, (System.nanoTime() - start) / 1e9);
        }
    }

    private List<Client> clients(Path socket, Page page, int connections) throws IOException {
        var open = clients.computeIfAbsent(socket + " " + page, key -> new ArrayList<>());
        while (open.size() < connections) {
            var client = Client.to(socket);
            if (page != null) {
                page.prepare(client, open.size());
            }
            open.add(client);
        }
        return open;
    }

    /** The requests of one connection. */
    private record Asked(long[] nanos, long bytes, int errors) {

        static Asked until(long end, Client client, int connection, Request request) throws IOException {
            var nanos = new long[1024];
            int count = 0;
            int errors = 0;
            long bytes = 0;
            for (long now = System.nanoTime(); now < end && count < MOST; ) {
                var answer = request.ask(client, connection);
                long later = System.nanoTime();
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count);
                }
                nanos[count++] = later - now;
                bytes = answer.body().length;
                errors += answer.status() == 200 ? 0 : 1;
                now = later;
            }
            return new Asked(Arrays.copyOf(nanos, count), bytes, errors);
        }

        static String together(List<Asked> all, double seconds) {
            long[] nanos = all.stream().flatMapToLong(asked -> Arrays.stream(asked.nanos)).sorted().toArray();
            int errors = all.stream().mapToInt(Asked::errors).sum();
            return String.format("%.1f %d %d %d %d", nanos.length / seconds, at(nanos, 0.5), at(nanos, 0.99), all.get(0).bytes, errors);
        }

        private static long at(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1000;
        }
    }
}
