package org.jadhere.support;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.jadhere.support.Refusals.refusedBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;

/** Concurrent attempts: up to 50 at a time, each on its own connection, started by the same barrier. */
public final class Race {

    private static final int LANES = 50;

    /** What each runner does in its transaction; it commits unless it throws. */
    public interface Attempt {
        void by(int runner, DSLContext db) throws Exception;
    }

    /**
     * Makes the transactions of a race overlap: each stays open until all others have executed their statements too, or one
     * of them waits for a lock.
     */
    public static final class Overlap {

        private static final String BLOCKED = """
                select exists (select from pg_locks join pg_stat_activity using (pid)
                               where not granted and datname = current_database())""";

        private final CountDownLatch others;

        public Overlap(int runners) {
            others = new CountDownLatch(runners);
        }

        /** Each runner calls this after its statements. */
        public void await(DSLContext db) {
            others.countDown();
            Awaitility.await()
                    .atMost(60, SECONDS)
                    .until(() ->
                            others.getCount() == 0 || db.fetchSingle(BLOCKED).get(0, boolean.class));
        }
    }

    private Race() {}

    /** Returns what rejected each runner, as {@link Refusals#refusedBy} names it, in the order of their numbers. */
    public static List<String> of(int runners, TestDatabase database, Attempt attempt) throws Exception {
        int lanes = Math.min(runners, LANES);
        var signal = new CyclicBarrier(lanes);
        var answers = new String[runners];
        var ends = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(lanes)) {
            for (int i = 0; i < lanes; i++) {
                int lane = i;
                ends.add(threads.submit(() -> {
                    run(lane, lanes, database, signal, answers, attempt);
                    return null;
                }));
            }
        }
        for (var end : ends) {
            end.get();
        }
        return List.of(answers);
    }

    /** Runs the runners of one lane one after the other. */
    private static void run(
            int lane, int lanes, TestDatabase database, CyclicBarrier signal, String[] answers, Attempt attempt)
            throws Exception {
        try (var db = database.open()) {
            db.fetch("select 1");
            signal.await();
            for (int i = lane; i < answers.length; i += lanes) {
                int runner = i;
                answers[runner] = refusedBy(() -> db.transaction(transaction -> attempt.by(runner, transaction.dsl())));
            }
        }
    }
}
