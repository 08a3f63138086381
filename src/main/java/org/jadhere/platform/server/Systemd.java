package org.jadhere.platform.server;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** systemd, told by its own library (sd_notify(3)). Says nothing where the program was not started by it. */
final class Systemd {

    private static final Logger LOG = LoggerFactory.getLogger(Systemd.class);

    private final MethodHandle notify;

    private Systemd(MethodHandle notify) {
        this.notify = notify;
    }

    /** The library's, where the environment says that somebody listens. */
    static Systemd connect() {
        var library = SymbolLookup.libraryLookup("libsystemd.so.0", Arena.global());
        return new Systemd(Linker.nativeLinker()
                .downcallHandle(
                        library.findOrThrow("sd_notify"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
    }

    static boolean listens() {
        return System.getenv("NOTIFY_SOCKET") != null;
    }

    /** Such as {@code READY=1}. */
    void tell(String state) {
        try (var memory = Arena.ofConfined()) {
            int told = (int) notify.invokeExact(0, memory.allocateFrom(state));
            if (told < 0) {
                LOG.warn("systemd did not hear {}: error {}", state, -told);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("sd_notify", e);
        }
    }
}
