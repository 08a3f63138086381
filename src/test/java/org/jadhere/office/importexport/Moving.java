package org.jadhere.office.importexport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jadhere.platform.audit.AttributedTransactions;
import org.jadhere.platform.audit.Attribution;
import org.jadhere.platform.audit.Author;
import org.jadhere.platform.cli.ProgressListener;
import org.jadhere.support.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A database of a test's own, and a folder that moves in and out of it: no more of the application than that. */
final class Moving implements AutoCloseable {

    static final String CLERK = "clerk";

    private final TestDatabase database = TestDatabase.fresh();
    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private final Path folder;

    Moving(Path folder) {
        this.folder = folder;
        application.registerBean(DataSource.class, () -> new DriverManagerDataSource(database.url()));
        application.register(
                Queries.class, AttributedTransactions.class, Attribution.class, Import.class, Export.class);
        application.refresh();
    }

    static class Queries {

        @Bean
        DSLContext db(DataSource database) {
            return DSL.using(new TransactionAwareDataSourceProxy(database), SQLDialect.POSTGRES);
        }
    }

    /** Writes a file of the folder, as it is given. */
    Moving file(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Moving files(Map<String, String> files) {
        files.forEach(this::file);
        return this;
    }

    List<FileTally> in() {
        return in(ProgressListener.SILENT);
    }

    List<FileTally> in(ProgressListener progress) {
        return Author.command(CLERK).act(() -> application.getBean(Import.class).run(folder, progress));
    }

    List<FileTally> rehearse() {
        return Author.command(CLERK)
                .act(() -> application.getBean(Import.class).dryRun(folder, ProgressListener.SILENT));
    }

    /** What import says against the folder; nothing if it took it. */
    List<String> faults() {
        try {
            in();
            return List.of();
        } catch (FaultyFolderException faulty) {
            return faulty.faults().stream().map(Fault::toString).toList();
        }
    }

    Map<String, String> out(Path target) {
        application.getBean(Export.class).write(target, ProgressListener.SILENT);
        try (var files = Files.list(target)) {
            var texts = new TreeMap<String, String>();
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String ask(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void tell(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String url() {
        return database.url();
    }

    @Override
    public void close() {
        application.close();
    }
}
