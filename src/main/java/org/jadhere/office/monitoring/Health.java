package org.jadhere.office.monitoring;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jadhere.platform.postgres.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the program can do its work. However many ask, there is one question at a time to the database. */
@Component
class Health {

    /** How it is. */
    enum State {
        OK,
        /** The database does not answer, or not soon enough. */
        DATABASE,
        /** The database is older or newer than the program. */
        SCHEMA;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Schema schema;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("health").factory());
    private @Nullable Future<Boolean> question;

    Health(Schema schema) {
        this.schema = schema;
    }

    /** Known within two seconds. */
    State now() throws InterruptedException {
        try {
            return ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? State.OK : State.SCHEMA;
        } catch (ExecutionException | TimeoutException e) {
            return State.DATABASE;
        }
    }

    private synchronized Future<Boolean> ask() {
        if (question == null || question.isDone()) {
            question = thread.submit(schema::isCurrent);
        }
        return question;
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
