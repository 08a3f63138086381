package org.jadhere.office.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jadhere.office.importexport.Export;
import org.jadhere.office.importexport.Import;
import org.jadhere.office.importexport.SampleFolder;
import org.jadhere.platform.audit.AttributedTransactions;
import org.jadhere.platform.audit.Attribution;
import org.jadhere.platform.audit.Author;
import org.jadhere.platform.cli.ProgressListener;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;

/** An instance with the imported sample folder, and the export of an instance. */
final class SampleInstance {

    private SampleInstance() {}

    /** With special characters, a history, a sealed journal of questions and an erasure. */
    static Instance create(Path home) throws IOException {
        var instance = Instance.fresh(home);
        Path folder = Files.createDirectories(home.resolve("in"));
        for (var file : SampleFolder.folder().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        try (var application = application(instance.url(), null)) {
            Author.command("clerk").act(() -> application.getBean(Import.class).run(folder, ProgressListener.SILENT));
        }
        for (int i = 1; i <= 3; i++) {
            instance.execute("insert into address_question (actor, door, address, instant, reason, answer) "
                    + "values ('erin', 'web', '192.0.2.7', '2021-03-03 13:05Z', 'réquisition %d', 'not_ours')"
                            .formatted(i));
        }
        instance.execute("insert into erasure (actor, door, xact) values ('', '', 0)");
        return instance;
    }

    /** The exported texts by file name; of the exported snapshot of another transaction, if one is named. */
    static Map<String, String> export(Instance instance, Path folder, String... snapshot) throws IOException {
        try (var application = application(instance.url(), snapshot.length == 0 ? null : snapshot[0])) {
            application.getBean(Export.class).write(folder, ProgressListener.SILENT);
        }
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static AnnotationConfigApplicationContext application(String url, @Nullable String snapshot) {
        var application = new AnnotationConfigApplicationContext();
        var database = new DriverManagerDataSource(url);
        application.registerBean(DataSource.class, () -> database);
        application.registerBean(
                DSLContext.class, () -> DSL.using(new TransactionAwareDataSourceProxy(database), SQLDialect.POSTGRES));
        application.registerBean(
                AtSnapshot.class, () -> new AtSnapshot(database, application.getBean(Attribution.class), snapshot));
        application.register(Attribution.class, Import.class, Export.class);
        application.refresh();
        return application;
    }

    private static final class AtSnapshot extends AttributedTransactions {

        private final transient @Nullable String snapshot;

        AtSnapshot(DataSource database, Attribution attribution, @Nullable String snapshot) {
            super(database, attribution);
            this.snapshot = snapshot;
        }

        @Override
        protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
                throws SQLException {
            super.prepareTransactionalConnection(connection, definition);
            if (snapshot != null) {
                try (var statement = connection.createStatement()) {
                    statement.execute("set transaction snapshot '" + snapshot + "'");
                }
            }
        }
    }
}
