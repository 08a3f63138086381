package org.jadhere.transfer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jadhere.attribution.Attribution;
import org.jadhere.cli.Progress;
import org.jadhere.cli.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;

/**
 * Takes a folder of CSV files in: all of it or nothing, in one transaction. The same folder again changes nothing;
 * what it does not mention is left alone. Whoever calls says who acts ({@link org.jadhere.attribution.Author}).
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

    /** @throws FaultyFolder naming all that is wrong with it; then nothing has changed */
    public List<Tally> of(Path folder, Progress progress) {
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
    public List<Tally> rehearse(Path folder, Progress progress) {
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
            throw new Refusal(folder + " is not a folder that can be read");
        }
        boolean known = false;
        for (Kind kind : Kind.values()) {
            known |= Files.exists(folder.resolve(kind.file()));
        }
        if (!known) {
            throw new Refusal(folder + " holds none of the files that can be imported, such as " + Kind.USERS.file());
        }
    }

    private List<Tally> run(Path folder, Progress progress) {
        var sql = Sql.of(database);
        sql.run("set local work_mem = '64MB'");
        sql.run("set local maintenance_work_mem = '256MB'");
        sql.each(ALONE, row -> {
            if (!row.getBoolean(1)) {
                throw new Refusal("another import is running");
            }
        });
        attribution.declareBankAct();
        var faults = new Faults();
        var staging = new Staging(sql);
        staging.take(folder, faults, progress);
        var merge = new Merge(staging);
        new Checks(staging, merge).run(sql, faults, progress);
        faults.refuse();
        return write(sql, staging, merge, progress);
    }

    private static List<Tally> write(Sql sql, Staging staging, Merge merge, Progress progress) {
        var tallies = new ArrayList<Tally>();
        for (Kind kind : Kind.values()) {
            if (staging.reading(kind).rows() > 0) {
                progress.now("writing " + kind.file(), 0);
                tallies.add(asFault(kind, () -> merge.run(sql, kind)));
            }
        }
        // What waits for the end of the transaction, such as the primary e-mail address, is looked at here.
        asFault(Kind.USERS, () -> sql.run("set constraints all immediate"));
        return tallies;
    }

    /** What the checks did not foresee and the database still refuses is a line like the others. */
    private static <T> T asFault(Kind kind, Supplier<T> act) {
        try {
            return act.get();
        } catch (SqlFailure e) {
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
