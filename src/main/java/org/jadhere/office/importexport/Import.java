package org.jadhere.office.importexport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jadhere.platform.audit.Attribution;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;

/**
 * Imports a folder of CSV files in one transaction: all of it or nothing. Importing the same folder again changes
 * nothing, and rows that it does not contain stay as they are. The caller sets the
 * {@link org.jadhere.platform.audit.Author}.
 */
@Component
public class Import {

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(hashtext('jadhere.import'))";

    /** Constraints that rows of one folder meet together, with the table after which they do. */
    private static final Map<CsvTable, String> DEFERRED = Map.of(
            CsvTable.MEMBERSHIPS, "membership_apart, member_has_membership, membership_last_kept",
            CsvTable.HOLDINGS, "holding_one_holder, holding_within_service, service_covers_holdings");

    // As in the list of payments that run on after the end of their holding.
    private static final String BEYOND_HOLDING =
            "payment where holding_ends_on is not null and (ends_on is null or ends_on > holding_ends_on)"
                    + " and (months > 0 or starts_on >= holding_ends_on)";

    private final DataSource database;
    private final Attribution attribution;
    private final PlatformTransactionManager transactions;

    Import(DataSource database, Attribution attribution, PlatformTransactionManager transactions) {
        this.database = database;
        this.attribution = attribution;
        this.transactions = transactions;
    }

    /**
     * The result of an import.
     *
     * @param runningOn the payments in the database that run on under a former holder; 0 if the folder has no holdings
     */
    public record Report(List<FileTally> tallies, long runningOn) {}

    /** @throws FaultyFolderException if the folder has faults; nothing is changed then */
    public Report run(Path folder, ProgressListener progress) {
        requireReadable(folder);
        var transaction = transactions.getTransaction(null);
        try {
            var report = importFolder(folder, progress);
            transactions.commit(transaction);
            return report;
        } finally {
            rollBack(transaction);
        }
    }

    /** Imports and rolls back, so that the database has checked each row. */
    public Report dryRun(Path folder, ProgressListener progress) {
        requireReadable(folder);
        var transaction = transactions.getTransaction(null);
        try {
            return importFolder(folder, progress);
        } finally {
            rollBack(transaction);
        }
    }

    /** Ignores a failing rollback: the server rolls back when the connection is lost, and the first error matters. */
    private void rollBack(TransactionStatus transaction) {
        try {
            if (!transaction.isCompleted()) {
                transactions.rollback(transaction);
            }
        } catch (TransactionException e) {
            System.getLogger(Import.class.getName()).log(System.Logger.Level.DEBUG, "rolled back by the database", e);
        }
    }

    private static void requireReadable(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new CommandException(folder + " is not a folder that can be read");
        }
        boolean known = false;
        for (CsvTable table : CsvTable.values()) {
            known |= Files.exists(folder.resolve(table.file()));
        }
        if (!known) {
            throw new CommandException(
                    folder + " holds none of the files that can be imported, such as " + CsvTable.USERS.file());
        }
    }

    private Report importFolder(Path folder, ProgressListener progress) {
        var sql = SqlConnection.of(database);
        sql.run("set local work_mem = '64MB'");
        sql.run("set local maintenance_work_mem = '256MB'");
        sql.each(TRY_LOCK, row -> {
            if (!row.getBoolean(1)) {
                throw new CommandException("another import is running");
            }
        });
        attribution.declareBankAct();
        // The end of one holding and the start of the next, for example.
        DEFERRED.values().forEach(constraints -> sql.run("set constraints " + constraints + " deferred"));
        var faults = new Faults();
        var staging = new StagingTables(sql);
        staging.load(folder, faults, progress);
        var merge = new StagedMerge(staging);
        new ImportChecks(staging, merge).run(sql, faults, progress);
        faults.throwIfAny();
        return write(sql, staging, merge, progress);
    }

    private static Report write(
            SqlConnection sql, StagingTables staging, StagedMerge merge, ProgressListener progress) {
        var tallies = new ArrayList<FileTally>();
        for (CsvTable table : CsvTable.values()) {
            if (staging.reading(table).rows() > 0) {
                progress.update("writing " + table.file(), 0);
                tallies.add(withFaults(table, () -> merge.run(sql, table)));
            }
            // Before the foreign keys of the next tables are restored, which PostgreSQL refuses with pending checks.
            if (DEFERRED.containsKey(table)) {
                withFaults(table, () -> sql.run("set constraints " + DEFERRED.get(table) + " immediate"));
            }
        }
        // Other deferred constraints, such as the one on the primary e-mail address, are checked here.
        withFaults(CsvTable.USERS, () -> sql.run("set constraints all immediate"));
        boolean ends = staging.reading(CsvTable.HOLDINGS).rows() > 0;
        return new Report(List.copyOf(tallies), ends ? sql.count(BEYOND_HOLDING) : 0);
    }

    /** Reports rows that pass the checks but violate a constraint as a fault of the file. */
    private static <T> T withFaults(CsvTable table, Supplier<T> action) {
        try {
            return action.get();
        } catch (SqlFailureException e) {
            if (!e.isAboutData()) {
                throw e;
            }
            var faults = new Faults();
            faults.add(table, 0, "", "refused by the database: " + e.getMessage());
            faults.throwIfAny();
            throw e;
        }
    }
}
