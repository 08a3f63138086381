package org.jadhere.platform.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Development mode: templates, styles, messages and guides are reloaded from the sources when they change.
 * {@code bin/dev} enables it with the system property {@code jadhere.dev}, the folder of the sources; without the
 * property each of them is loaded once.
 */
public final class Development {

    private static final @Nullable String SOURCES = System.getProperty("jadhere.dev");

    /** A page needs several files: this is long enough to load them once for the whole page. */
    private static final long CACHE_NANOS = Duration.ofMillis(500).toNanos();

    private Development() {}

    /** The project's folder in development mode, otherwise null. */
    public static @Nullable Path sources() {
        return SOURCES == null ? null : Path.of(SOURCES);
    }

    /** Reads now and keeps the result. In development mode the result is kept for half a second. */
    public static <T> Supplier<T> read(Supplier<T> reader) {
        T value = reader.get();
        return SOURCES == null ? () -> value : new Rereading<>(reader, value);
    }

    private static final class Rereading<T> implements Supplier<T> {

        private final Supplier<T> reader;
        private T value;
        private long loadedAt = System.nanoTime();

        Rereading(Supplier<T> reader, T value) {
            this.reader = reader;
            this.value = value;
        }

        @Override
        public synchronized T get() {
            if (System.nanoTime() - loadedAt > CACHE_NANOS) {
                value = reader.get();
                loadedAt = System.nanoTime();
            }
            return value;
        }
    }
}
