package org.jadhere.office.importexport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * Takes a folder of CSV files in: all of it or nothing, in one transaction. The same folder again changes nothing;
 * what it does not mention is left alone. Whoever calls says who acts ({@link org.jadhere.platform.audit.Author}).
 */
@Component
public class Import {

    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('jadhere.import'))";

    private final DataSource database;
    private final Attribution attribution;
    private final PlatformTransactionManager transactions;

    Import(DataSource database, Attribution attribution, PlatformTransactionManager transactions) {
        this.database = database;
        this.attribution = attribution;
        this.transactions = transactions;
    }

    /** @throws FaultyFolderException naming all that is wrong with it; then nothing has changed */
    public List<FileTally> of(Path folder, ProgressListener progress) {
        demandReadable(folder);
        var transaction = transactions.getTransaction(null);
        try {
            var tallies = run(folder, progress);
            transactions.commit(transaction);
            return tallies;
        } finally {
            undo(transaction);
        }
    }

    /** Does the same and takes it back, so that the database has had its say on each row. */
    public List<FileTally> rehearse(Path folder, ProgressListener progress) {
        demandReadable(folder);
        var transaction = transactions.getTransaction(null);
        try {
            return run(folder, progress);
        } finally {
            undo(transaction);
        }
    }

    /** A connection that is lost has undone it already; what it was lost over is what people need to hear. */
    private void undo(TransactionStatus transaction) {
        try {
            if (!transaction.isCompleted()) {
                transactions.rollback(transaction);
            }
        } catch (TransactionException e) {
            System.getLogger(Import.class.getName()).log(System.Logger.Level.DEBUG, "rolled back by the database", e);
        }
    }

    private static void demandReadable(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new CommandException(folder + " is not a folder that can be read");
        }
        boolean known = false;
        for (CsvTable kind : CsvTable.values()) {
            known |= Files.exists(folder.resolve(kind.file()));
        }
        if (!known) {
            throw new CommandException(
                    folder + " holds none of the files that can be imported, such as " + CsvTable.USERS.file());
        }
    }

    private List<FileTally> run(Path folder, ProgressListener progress) {
        var sql = SqlConnection.of(database);
        sql.run("set local work_mem = '64MB'");
        sql.run("set local maintenance_work_mem = '256MB'");
        sql.each(ALONE, row -> {
            if (!row.getBoolean(1)) {
                throw new CommandException("another import is running");
            }
        });
        attribution.declareBankAct();
        var faults = new Faults();
        var staging = new StagingTables(sql);
        staging.take(folder, faults, progress);
        var merge = new StagedMerge(staging);
        new ImportChecks(staging, merge).run(sql, faults, progress);
        faults.refuse();
        return write(sql, staging, merge, progress);
    }

    private static List<FileTally> write(
            SqlConnection sql, StagingTables staging, StagedMerge merge, ProgressListener progress) {
        var tallies = new ArrayList<FileTally>();
        for (CsvTable kind : CsvTable.values()) {
            if (staging.reading(kind).rows() > 0) {
                progress.update("writing " + kind.file(), 0);
                tallies.add(asFault(kind, () -> merge.run(sql, kind)));
            }
        }
        // What waits for the end of the transaction, such as the primary e-mail address, is looked at here.
        asFault(CsvTable.USERS, () -> sql.run("set constraints all immediate"));
        return tallies;
    }

    /** What the checks did not foresee and the database still refuses is a line like the others. */
    private static <T> T asFault(CsvTable kind, Supplier<T> act) {
        try {
            return act.get();
        } catch (SqlFailureException e) {
            if (!e.isAboutData()) {
                throw e;
            }
            var faults = new Faults();
            faults.add(kind, 0, "", "refused by the database: " + e.getMessage());
            faults.refuse();
            throw e;
        }
    }
}
