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
 * Exports all data to a folder in canonical form: the same data give the same bytes. All files are read in one
 * transaction, and get their names when the last one is written.
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

    /** @throws CommandException if the folder contains other files or cannot be written */
    public void write(Path path, ProgressListener progress) {
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
        for (CsvTable table : CsvTable.values()) {
            progress.update(table.file(), 0);
            try (var file = folder.create(table.file())) {
                sql.copyOut("copy (%s) to stdout with (format csv, header true)".formatted(query(table)), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** COPY quotes only where needed, provided that empty text is null. */
    private static String query(CsvTable table) {
        String values = table.columns.stream()
                .filter(column -> !column.older())
                .map(column -> "%s as \"%s\"".formatted(column.mapping().exportSql(), column.name()))
                .collect(joining(", "));
        String joins = table.references().map(Reference::joinStored).collect(joining(" "));
        return "select %s from %s t %s order by %s".formatted(values, table.sqlName(), joins, order(table));
    }

    private static String order(CsvTable table) {
        if (table == CsvTable.PREFIXES) {
            return "t.prefix";
        }
        if (table == CsvTable.MEMBERSHIPS) {
            return byNumber("r_member_id.external_id") + ", t.joined_on";
        }
        Stream<String> ids = table.has("id")
                ? Stream.of("t.external_id")
                : table.references().map(reference -> reference.alias() + ".external_id");
        return ids.map(Export::byNumber).collect(joining(", "));
    }

    /** Sorts numbers by value and before all other ids, which are sorted by code point, as are 007 and 7. */
    private static String byNumber(String id) {
        return "case when %1$s ~ '^[0-9]+$' then %1$s::numeric end nulls last, %1$s collate \"C\"".formatted(id);
    }
}
