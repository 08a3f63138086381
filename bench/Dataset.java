import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import org.jadhere.platform.postgres.LocalPostgres;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** An instance with the given number of members in target/bench/SIZE, with its own durable PostgreSQL. Created once and kept. */
record Dataset(int members, Path home, LocalPostgres postgres) implements AutoCloseable {

    static final String PASSWORD = "bench";

    static Dataset of(int members) throws Exception {
        Path home = Path.of("target/bench", String.valueOf(members)).toAbsolutePath();
        Path mark = home.resolve("made");
        boolean made = Files.exists(mark) && Files.readString(mark).equals(recipe());
        if (!made) {
            delete(home);
            Files.createDirectories(home);
            Program.command(home, "migrate");
        }
        var dataset = new Dataset(members, home, LocalPostgres.durable(home.resolve("postgres")));
        if (!made) {
            dataset.fill();
            Program.command(home, "check");
            Files.writeString(mark, recipe());
        }
        return dataset;
    }

    /** Mark of an up-to-date data set: it is created again when a migration or data.sql changes. */
    private static String recipe() throws IOException {
        try (var migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            return migrations.map(file -> file.getFileName().toString()).sorted().toList()
                    + Files.readString(Path.of("bench/data.sql"));
        }
    }

    private void fill() throws Exception {
        var password = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD);
        var script = Files.readString(Path.of("bench/data.sql"))
                .replaceAll("(?m)^--.*\n", "")
                .replace(":members", String.valueOf(members))
                .replace(":password", password);
        try (var connection = connect("jadhere");
                var statement = connection.createStatement()) {
            for (String sql : script.split(";\\s*\n\\s*\n")) {
                long start = System.nanoTime();
                statement.execute(sql);
                long took = (System.nanoTime() - start) / 1_000_000;
                System.err.printf("%7d ms  %.90s%n", took, sql.strip().replaceAll("\\s+", " "));
            }
        }
    }

    Connection connect(String user) throws SQLException, IOException {
        return DriverManager.getConnection(postgres.url(), user, postgres.password());
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
