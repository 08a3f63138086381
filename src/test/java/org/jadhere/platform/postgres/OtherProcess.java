package org.jadhere.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Another Java process that uses the PostgreSQL in a folder: it runs each line that it is sent as SQL, until told to leave. */
public final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;

    private OtherProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static OtherProcess in(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var started = new OtherProcess(new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        path,
                        OtherProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        started.answer();
        return started;
    }

    /** Its first argument is the folder. */
    public static void main(String[] arguments) throws Exception {
        try (var server = LocalPostgres.durable(Path.of(arguments[0]));
                var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            System.out.println("ready");
            var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String sql = lines.readLine(); sql != null; sql = lines.readLine()) {
                statement.execute(sql);
                System.out.println("done");
            }
        }
    }

    /** Committed when this returns. */
    void execute(String sql) throws IOException {
        process.outputWriter().write(sql + "\n");
        process.outputWriter().flush();
        answer();
    }

    private void answer() throws IOException {
        Objects.requireNonNull(answers.readLine(), "the other process failed; its reason is above");
    }

    /** As the system does when memory runs out. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it go in peace. */
    @Override
    public void close() throws Exception {
        process.outputWriter().close();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new SQLException("the other process did not end well");
        }
    }
}
