package org.jadhere.platform.server;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.security.SecureRandom;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Argon2id by the reference implementation, if the machine has it ({@code libargon2.so.1}, which comes with Debian's
 * systemd). It computes the same hashes as the Java implementation, but its memory is freed at once, whereas in Java each
 * login leaves 19 MB of garbage on the heap. If a call fails, the Java implementation is used. Functions: see argon2.h.
 */
public final class Argon2Library extends Argon2PasswordEncoder {

    private static final String FILE = "libargon2.so.1";
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LONGEST_ENCODED = 256;
    private static final int OK = 0;
    private static final int MISMATCH = -35;

    private final SecureRandom random = new SecureRandom();
    private final MethodHandle hashEncoded;
    private final MethodHandle verify;

    private Argon2Library(SymbolLookup library) {
        super(SALT, HASH, LANES, KIBIBYTES, PASSES);
        this.hashEncoded = function(
                library,
                "argon2id_hash_encoded",
                FunctionDescriptor.of(
                        JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG,
                        ADDRESS, JAVA_LONG));
        this.verify =
                function(library, "argon2id_verify", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
    }

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor signature) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), signature);
    }

    /** By the library, or in Java without it; with the parameters that OWASP recommends (19 MiB, 2 passes). */
    public static Argon2PasswordEncoder createEncoder() {
        try {
            return new Argon2Library(SymbolLookup.libraryLookup(FILE, Arena.global()));
        } catch (IllegalArgumentException absent) {
            return new Argon2PasswordEncoder(SALT, HASH, LANES, KIBIBYTES, PASSES);
        }
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        try (var memory = Arena.ofConfined()) {
            var salted = memory.allocateFrom(JAVA_BYTE, salt);
            var encoded = memory.allocate(LONGEST_ENCODED);
            int outcome = with(password, typed -> (int) hashEncoded.invokeExact(
                    PASSES, KIBIBYTES, LANES, typed, typed.byteSize(), salted, (long) SALT, (long) HASH, encoded, (long)
                            LONGEST_ENCODED));
            return outcome == OK ? encoded.getString(0) : super.encodeNonNullPassword(password);
        }
    }

    @Override
    protected boolean matchesNonNull(String password, String encoded) {
        try (var memory = Arena.ofConfined()) {
            var known = memory.allocateFrom(encoded);
            int outcome = with(password, typed -> (int) verify.invokeExact(known, typed, typed.byteSize()));
            return outcome == OK || (outcome != MISMATCH && super.matchesNonNull(password, encoded));
        }
    }

    private interface Call {
        int on(MemorySegment typed) throws Throwable;
    }

    /** Overwrites the password in memory after the call. */
    private static int with(String password, Call call) {
        try (var memory = Arena.ofConfined()) {
            var typed = memory.allocateFrom(JAVA_BYTE, password.getBytes(UTF_8));
            try {
                return call.on(typed);
            } finally {
                typed.fill((byte) 0);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e); // a C function throws no exception
        }
    }
}
