package org.jadhere.support;

import static org.jadhere.support.Refusals.refusedBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;

/** Concurrent attempts: up to 50 at a time, each on its own connection, started by the same barrier. */
public final class Race {

    private static final int LANES = 50;

    /** What each runner does in its transaction; it commits unless it throws. */
    public interface Attempt {
        void by(int runner, DSLContext db) throws Exception;
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
