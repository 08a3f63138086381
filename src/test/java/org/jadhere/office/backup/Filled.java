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
import org.jadhere.office.importexport.Small;
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

/** Data to be kept: what import takes in, and the export of what there is. */
final class Filled {

    private Filled() {}

    /** Nasty text, a history, questions that are chained, an erasure. */
    static Place place(Path home) throws IOException {
        var place = Place.fresh(home);
        Path folder = Files.createDirectories(home.resolve("in"));
        for (var file : Small.folder().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        try (var application = application(place.url(), null)) {
            Author.command("clerk").act(() -> application.getBean(Import.class).run(folder, ProgressListener.SILENT));
        }
        for (int i = 1; i <= 3; i++) {
            place.tell("insert into address_question (actor, door, address, instant, reason, answer) "
                    + "values ('erin', 'web', '192.0.2.7', '2021-03-03 13:05Z', 'réquisition %d', 'not_ours')"
                            .formatted(i));
        }
        place.tell("insert into erasure (actor, door, xact) values ('', '', 0)");
        return place;
    }

    /** What export writes, by file; of a snapshot that another transaction has exported, if one is named. */
    static Map<String, String> export(Place place, Path folder, String... snapshot) throws IOException {
        try (var application = application(place.url(), snapshot.length == 0 ? null : snapshot[0])) {
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
