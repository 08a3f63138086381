import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Measures the requested sizes one after the other, and prints a table and, on request, JSON. */
final class Bench {

    private static final List<Integer> CONNECTIONS = List.of(1, 2, 16, 64);
    private static final int ROUNDS = 3;

    /** An import is one transaction; larger ones show nothing new and take hours. */
    private static final int LARGEST_IMPORT = 50_000;

    private final Options options;
    private final Process load;

    private Bench(Options options) throws IOException {
        this.options = options;
        this.load = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-Xmx256m",
                        "-cp", System.getProperty("java.class.path"), "bench/Load.java")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        var options = Options.of(arguments);
        var bench = new Bench(options);
        try {
            var results = new ArrayList<Map<String, Object>>();
            for (int size : options.sizes()) {
                results.add(bench.measure(size));
            }
            Table.print(results);
            if (options.json() != null) {
                Files.writeString(options.json(), JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results) + "\n");
            }
        } finally {
            bench.load.destroy();
        }
    }

    private Map<String, Object> measure(int size) throws Exception {
        var result = new LinkedHashMap<String, Object>();
        result.put("members", size);
        try (var dataset = Dataset.of(size)) {
            if (options.wants("start")) {
                result.put("start", starts(dataset));
            }
            if (options.wants("commands")) {
                result.put("commands", commands(dataset));
            }
            if (options.wants("empty")) {
                result.put("empty", empty(dataset));
            }
            if (options.pages().findAny().isPresent()) {
                result.putAll(pages(dataset));
            }
        }
        return result;
    }

    /** Alternates between the launchers, since the speed of the machine varies from minute to minute. */
    private Map<String, Object> starts(Dataset dataset) throws Exception {
        var launchers = Map.of("installed", Program.installed(), "plain", Program.plain());
        var clock = new LinkedHashMap<String, List<Long>>();
        var processor = new LinkedHashMap<String, List<Long>>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var launcher : launchers.entrySet()) {
                long start = System.nanoTime();
                try (var program = Program.serve(dataset.home(), launcher.getValue(), "--set", "jadhere.jobs=false")) {
                    long millis = (System.nanoTime() - start) / 1_000_000;
                    if (round > 0) { // the first round reads the files from disk
                        clock.computeIfAbsent(launcher.getKey() + "-ms", key -> new ArrayList<>()).add(millis);
                        processor.computeIfAbsent(launcher.getKey() + "-cpu-ms", key -> new ArrayList<>()).add(program.cpuMillis());
                    }
                }
            }
        }
        var result = new LinkedHashMap<String, Object>();
        Stream.of(clock, processor).forEach(all -> all.forEach((name, times) -> result.put(name, median(times))));
        result.put("ratio", ratio(median(clock.get("installed-ms")), median(clock.get("plain-ms"))));
        result.put("cpu-ratio", ratio(median(processor.get("installed-cpu-ms")), median(processor.get("plain-cpu-ms"))));
        return result;
    }

    private Map<String, Object> commands(Dataset dataset) throws Exception {
        var result = new LinkedHashMap<String, Object>();
        Path home = dataset.home();
        result.put("check", Program.command(home, "check"));
        result.put("servicesstats", Program.command(home, "servicesstats"));
        Floor.listen(dataset, true);
        var asked = Floor.of(dataset, () -> Program.command(home, "servicesstats"));
        Floor.listen(dataset, false);
        result.put("servicesstats-slowest-query-ms", Math.round(asked.slowestMillis()));
        Path folder = home.resolveSibling(dataset.members() + "-export");
        Dataset.delete(folder);
        result.put("export", Program.command(home, "export", folder.toString()));
        if (dataset.members() <= LARGEST_IMPORT) {
            Path other = home.resolveSibling(dataset.members() + "-import");
            Dataset.delete(other);
            Files.createDirectories(other);
            Program.command(other, "migrate");
            result.put("import", Program.command(other, "import", folder.toString()));
            Dataset.delete(other);
        }
        Dataset.delete(folder);
        return result;
    }

    private Map<String, Object> pages(Dataset dataset) throws Exception {
        var floors = new LinkedHashMap<Page, Floor>();
        Floor.listen(dataset, true);
        try (var program = Program.serve(dataset.home(), Program.installed(), "--set", "jadhere.jobs=false")) {
            for (Page page : options.pages().toList()) {
                floors.put(page, floor(dataset, program, page));
            }
        } finally {
            Floor.listen(dataset, false);
        }
        var result = new LinkedHashMap<String, Object>();
        try (var program = Program.serve(dataset.home(), Program.installed())) {
            rest();
            result.put("idle-mb", program.megabytes());
            result.put("pages", load(dataset, program, floors));
            rest();
            result.put("loaded-mb", program.megabytes());
        }
        return result;
    }

    /** Memory of an empty application with the same libraries and launcher, also trained: the lower bound. */
    private Map<String, Object> empty(Dataset dataset) throws Exception {
        var settings = Map.of(
                "SPRING_DATASOURCE_URL", dataset.postgres().url(),
                "SPRING_DATASOURCE_USERNAME", "jadhere",
                "SPRING_DATASOURCE_PASSWORD", dataset.postgres().password(),
                "SPRING_SESSION_JDBC_INITIALIZE_SCHEMA", "never",
                "SERVER_TOMCAT_THREADS_MAX", "16"); // as in Jadhere
        Path cache = Path.of("target/bench/empty/jadhere.aot").toAbsolutePath();
        if (!Files.exists(cache)) {
            var training = new LinkedHashMap<>(settings);
            training.put("JADHERE_TRAIN", cache.toString());
            Program.serve(dataset.home(), Program.empty(), training).close();
        }
        var result = new LinkedHashMap<String, Object>();
        try (var program = Program.serve(dataset.home(), Program.empty(), settings)) {
            rest();
            result.put("idle-mb", program.megabytes());
            for (int connections : List.of(2, 16, 64)) {
                run(program, "/login", connections, 5 * options.seconds());
            }
            rest();
            result.put("loaded-mb", program.megabytes());
        }
        return result;
    }

    /** By then the process has returned the memory it no longer needs. */
    private static void rest() throws InterruptedException {
        Thread.sleep(15_000);
    }

    /** Requests the page a few times first, so that queries of the first request are not counted. */
    private static Floor floor(Dataset dataset, Program program, Page page) throws Exception {
        try (var client = Client.to(program.socket())) {
            page.prepare(client, 0);
            for (int i = 0; i < 10; i++) {
                page.ask(client, 0);
            }
            var floor = Floor.of(dataset, () -> page.ask(client, 0));
            page.undo(client);
            return floor;
        }
    }

    private Map<String, Object> load(Dataset dataset, Program program, Map<Page, Floor> floors) throws Exception {
        var figures = new LinkedHashMap<Page, PageFigures>();
        for (Page page : floors.keySet()) {
            figures.put(page, new PageFigures());
            run(program, page.name(), 16, 5 * options.seconds()); // warm-up of the JIT compiler
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Page page : floors.keySet()) {
                var figure = figures.get(page);
                for (int connections : CONNECTIONS) {
                    figure.add(connections, run(program, page.name(), connections, options.seconds()));
                }
                figure.sql.add((double) floors.get(page).micros(dataset, 2, options.seconds()));
                figure.password.add(page == Page.LOGIN ? Password.micros(2, options.seconds()) : 0);
                figure.fixed.add(run(program, staticFile(program, figure.bytes()), 2, options.seconds())[1]);
            }
        }
        var result = new LinkedHashMap<String, Object>();
        figures.forEach((page, figure) -> result.put(page.label(), figure.told(floors.get(page).statements().size())));
        return result;
    }

    /** Path of the largest static file of the program that is not larger than the page. */
    private static String staticFile(Program program, long bytes) throws IOException {
        try (var client = Client.to(program.socket())) {
            var best = "/favicon.svg";
            long size = 0;
            var links = java.util.regex.Pattern.compile("/static/[^\"]+").matcher(client.get("/login").text());
            while (links.find()) {
                int length = client.get(links.group()).body().length;
                if (length > size && length <= bytes) {
                    best = links.group();
                    size = length;
                }
            }
            return best;
        }
    }

    private double[] run(Program program, String what, int connections, double seconds) throws IOException {
        var line = "%s %s %d %s\n".formatted(program.socket(), what, connections, seconds);
        load.getOutputStream().write(line.getBytes());
        load.getOutputStream().flush();
        String answer = answers().readLine();
        if (answer == null) {
            throw new IOException("the load stopped at " + line);
        }
        return Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private BufferedReader answers() {
        return load.inputReader();
    }

    static double median(List<? extends Number> values) {
        var sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    static double ratio(double some, double other) {
        return Math.round(100 * some / other) / 100.0;
    }
}
