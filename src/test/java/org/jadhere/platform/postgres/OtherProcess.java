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

/** Another Java process that uses the PostgreSQL in a folder. It executes each line of its standard input as SQL. */
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

    /** @param arguments the folder */
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

    /** Executes one statement; it is committed when this method returns. */
    void execute(String sql) throws IOException {
        process.outputWriter().write(sql + "\n");
        process.outputWriter().flush();
        answer();
    }

    private void answer() throws IOException {
        Objects.requireNonNull(answers.readLine(), "the other process failed; see its error output above");
    }

    /** Kills the process, as the system does without memory. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends the process and waits for it. */
    @Override
    public void close() throws Exception {
        process.outputWriter().close();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new SQLException("the other process did not end well");
        }
    }
}
