package org.jadhere.office.importexport;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jadhere.office.importexport.CsvColumn.Reference;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes all data to a folder, in canonical form: the same data give the same bytes. All files are of one moment,
 * and appear together when the last one is written.
 */
@Component
public class Export {

    private final DataSource database;
    private final TransactionTemplate transaction;

    Export(DataSource database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @throws CommandException where the folder holds something else */
    public void to(Path path, ProgressListener progress) {
        try (var folder = new ExportFolder(path)) {
            transaction.executeWithoutResult(status -> write(folder, progress));
            folder.publish();
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException("%s cannot be written: %s".formatted(path, e.getMessage()));
        }
    }

    private void write(ExportFolder folder, ProgressListener progress) {
        var sql = SqlConnection.of(database);
        sql.run("set local work_mem = '64MB'");
        for (CsvTable kind : CsvTable.values()) {
            progress.now(kind.file(), 0);
            try (var file = folder.create(kind.file())) {
                sql.copyOut("copy (%s) to stdout with (format csv, header true)".formatted(query(kind)), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** PostgreSQL itself quotes where needed and nowhere else, once empty text is null. */
    private static String query(CsvTable kind) {
        String values = kind.columns.stream()
                .map(column -> "%s as \"%s\"".formatted(column.place().written(), column.name()))
                .collect(joining(", "));
        String joins = kind.references().map(Reference::joinStored).collect(joining(" "));
        return "select %s from %s t %s order by %s".formatted(values, kind.table, joins, order(kind));
    }

    private static String order(CsvTable kind) {
        if (kind == CsvTable.PREFIXES) {
            return "t.prefix";
        }
        Stream<String> ids = kind.has("id")
                ? Stream.of("t.external_id")
                : kind.references().map(reference -> reference.alias() + ".external_id");
        return ids.map(Export::numbered).collect(joining(", "));
    }

    /** Numbers by their value and before all other ids, which go by code point; 007 and 7 as well. */
    private static String numbered(String id) {
        return "case when %1$s ~ '^[0-9]+$' then %1$s::numeric end nulls last, %1$s collate \"C\"".formatted(id);
    }
}
