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

/** A database with the import and the export only, and a CSV folder to import. */
final class ImportExportFixture implements AutoCloseable {

    static final String CLERK = "clerk";

    private final TestDatabase database = TestDatabase.fresh();
    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private final Path folder;

    ImportExportFixture(Path folder) {
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

    /** Writes a file of the folder. */
    ImportExportFixture file(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ImportExportFixture without(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ImportExportFixture files(Map<String, String> files) {
        files.forEach(this::file);
        return this;
    }

    List<FileTally> importFolder() {
        return importFolder(ProgressListener.SILENT);
    }

    List<FileTally> importFolder(ProgressListener progress) {
        return report(progress).tallies();
    }

    Import.Report report() {
        return report(ProgressListener.SILENT);
    }

    private Import.Report report(ProgressListener progress) {
        return Author.command(CLERK).act(() -> application.getBean(Import.class).run(folder, progress));
    }

    List<FileTally> dryRun() {
        return Author.command(CLERK)
                .act(() -> application.getBean(Import.class).dryRun(folder, ProgressListener.SILENT))
                .tallies();
    }

    /** The faults that the import reports; empty if it succeeded. */
    List<String> faults() {
        try {
            importFolder();
            return List.of();
        } catch (FaultyFolderException faulty) {
            return faulty.faults().stream().map(Fault::toString).toList();
        }
    }

    Map<String, String> exportTo(Path target) {
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

    String query(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String sql) {
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
