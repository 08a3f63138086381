package org.jadhere.platform.server;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends state notifications to systemd with its library (sd_notify(3)). */
final class Systemd {

    private static final Logger LOG = LoggerFactory.getLogger(Systemd.class);

    private final MethodHandle notify;

    private Systemd(MethodHandle notify) {
        this.notify = notify;
    }

    /** Loads the library. */
    static Systemd connect() {
        var library = SymbolLookup.libraryLookup("libsystemd.so.0", Arena.global());
        return new Systemd(Linker.nativeLinker()
                .downcallHandle(
                        library.findOrThrow("sd_notify"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
    }

    /** Whether systemd has started the program and expects notifications. */
    static boolean isListening() {
        return System.getenv("NOTIFY_SOCKET") != null;
    }

    /** @param state such as {@code READY=1} */
    void notify(String state) {
        try (var memory = Arena.ofConfined()) {
            int result = (int) notify.invokeExact(0, memory.allocateFrom(state));
            if (result < 0) {
                LOG.warn("sending {} to systemd failed: error {}", state, -result);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("sd_notify", e);
        }
    }
}
