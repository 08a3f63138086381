package org.jadhere.office.monitoring;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jadhere.platform.db.Word;
import org.jadhere.platform.postgres.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Checks whether the program can work. Runs at most one query at a time, however many requests there are. */
@Component
class Health {

    enum State implements Word {
        OK,
        /** The database does not answer within two seconds. */
        DATABASE,
        /** The database is older or newer than the program. */
        SCHEMA
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Schema schema;
    private final AsyncTaskExecutor executor;
    private @Nullable Future<Boolean> query;

    Health(Schema schema, ThreadPoolTaskScheduler executor) {
        this.schema = schema;
        this.executor = executor;
    }

    /** Returns within two seconds. */
    State now() throws InterruptedException {
        try {
            return query().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS) ? State.OK : State.SCHEMA;
        } catch (ExecutionException | TimeoutException e) {
            return State.DATABASE;
        }
    }

    private synchronized Future<Boolean> query() {
        if (query == null || query.isDone()) {
            query = executor.submit(schema::isCurrent);
        }
        return query;
    }
}
