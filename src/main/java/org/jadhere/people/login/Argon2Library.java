package org.jadhere.people.login;

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
 * Argon2id by the reference implementation, where the machine has it ({@code libargon2.so.1}, which comes with Debian's
 * systemd): the same hashes as in Java, in memory that is given back at once; in Java each login leaves
 * nineteen megabytes of the heap to be cleared away. What the library cannot do is done in Java. Its functions are those
 * of argon2.h.
 */
final class Argon2Library extends Argon2PasswordEncoder {

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

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor form) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), form);
    }

    /** By the library, or in Java where the machine has none; with the parameters OWASP recommends (19 MiB, 2 passes). */
    static Argon2PasswordEncoder orInJava() {
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

    /** What was typed does not stay in memory. */
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
            throw new IllegalStateException(e); // a call of C throws nothing
        }
    }
}
