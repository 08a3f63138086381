import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The program in another process: as installed, or from its single jar. Memory is read from /proc. */
final class Program implements AutoCloseable {

    private static final Pattern KILOBYTES = Pattern.compile("(VmRSS|VmHWM):\\s+(\\d+) kB");

    private final Process process;
    private final Path socket;

    private Program(Process process, Path socket) {
        this.process = process;
        this.socket = socket;
    }

    /** Cost of a command: elapsed and CPU milliseconds, and peak memory in megabytes. */
    record Took(long millis, long cpuMillis, long megabytes) {}

    /** Runs one command to its end; a failure ends the benchmark. */
    static Took command(Path home, String... arguments) throws Exception {
        long start = System.nanoTime();
        var process = start(home, installed(), Map.of(), arguments);
        long peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, memory(process, "VmHWM"));
        }
        if (process.exitValue() != 0) {
            throw new IOException(List.of(arguments) + " failed: see " + log(home));
        }
        long cpu = process.info().totalCpuDuration().map(d -> d.toMillis()).orElse(0L);
        return new Took((System.nanoTime() - start) / 1_000_000, cpu, peak);
    }

    /** Starts the web server on a Unix socket, as behind nginx. Returns once a page was answered. */
    static Program serve(Path home, List<String> launcher, String... more) throws Exception {
        return serve(home, launcher, Map.of(), more);
    }

    static Program serve(Path home, List<String> launcher, Map<String, String> environment, String... more) throws Exception {
        Path socket = home.resolve("socket");
        var arguments = new ArrayList<>(List.of("serve", "--socket", socket.toString()));
        arguments.addAll(List.of(more));
        var program = new Program(start(home, launcher, environment, arguments.toArray(String[]::new)), socket);
        program.waitForLoginPage();
        return program;
    }

    static List<String> installed() {
        return List.of("target/bench/app/jadhere");
    }

    /** The single jar of the build with default Java options, without the tuning of the launcher. */
    static List<String> plain() {
        return List.of(System.getProperty("java.home") + "/bin/java", "-jar", "target/jadhere.jar");
    }

    /** The empty application with the same libraries. */
    static List<String> empty() {
        return List.of("target/bench/empty/jadhere");
    }

    private static Process start(Path home, List<String> launcher, Map<String, String> environment, String... arguments)
            throws IOException {
        var line = new ArrayList<>(launcher);
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()));
        builder.environment().put("JADHERE_HOME", home.toString());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static Path log(Path home) {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    private void waitForLoginPage() throws Exception {
        while (process.isAlive()) {
            try (var client = Client.to(socket)) {
                if (client.get("/login").status() == 200) {
                    return;
                }
            } catch (IOException | UncheckedIOException notYet) {
                Thread.sleep(5);
            }
        }
        throw new IOException("the program ended before it answered");
    }

    Path socket() {
        return socket;
    }

    long cpuMillis() throws IOException {
        String[] stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat")).replaceAll(".*\\) ", "").split(" ");
        return (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) * 10; // utime and stime, in 1/100 s
    }

    long megabytes() {
        return memory(process, "VmRSS");
    }

    private static long memory(Process process, String what) {
        try {
            var status = KILOBYTES.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            return status.results()
                    .filter(line -> line.group(1).equals(what))
                    .mapToLong(line -> Long.parseLong(line.group(2)) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
