package org.jadhere.office.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jadhere.platform.cli.CommandException;
import org.jspecify.annotations.Nullable;

/** The programs that encrypt backups. Encryption needs a public key only; private keys are read by these programs. */
enum Cipher {
    AGE("age", ".age"),
    GPG("gnupg", ".gpg");

    private static final String AGE_HEADER = "age-encryption.org/";
    private static final String ARMOUR = "-----BEGIN ";

    private final String debianPackage;
    private final String ending;

    Cipher(String debianPackage, String ending) {
        this.debianPackage = debianPackage;
        this.ending = ending;
    }

    String ending() {
        return ending;
    }

    static Cipher of(String recipient) {
        return recipient.startsWith("age1") || recipient.startsWith("ssh-") ? AGE : GPG;
    }

    private List<String> encryption(String recipient) {
        return this == AGE
                ? List.of("age", "-r", recipient)
                : List.of("gpg", "--batch", "--no-tty", "--trust-model", "always", "-r", recipient, "--encrypt");
    }

    private List<String> decryption(@Nullable Path identity) {
        if (this == GPG) {
            return List.of("gpg", "--batch", "--quiet", "--decrypt");
        }
        if (identity == null) {
            throw new CommandException("it is encrypted with age: give the file of the key with --identity KEYFILE");
        }
        return List.of("age", "--decrypt", "--identity", identity.toString());
    }

    /** @throws CommandException if the program is not installed or does not know the recipient */
    void check(String recipient) throws IOException, InterruptedException {
        run(recipient, streams -> streams.redirectInput(new File("/dev/null")).redirectOutput(Redirect.DISCARD));
    }

    void encrypt(Path from, Path to, String recipient) throws IOException, InterruptedException {
        run(recipient, streams -> streams.redirectInput(from.toFile()).redirectOutput(to.toFile()));
    }

    private void run(String recipient, UnaryOperator<ProcessBuilder> streams) throws IOException, InterruptedException {
        ExternalProgram.start(debianPackage, encryption(recipient), streams).finish();
    }

    /**
     * Returns the decrypted bytes of a backup. After reading them, callers must call {@link Plain#requireComplete}, since
     * an error in the last bytes is only known then.
     */
    static Plain decrypt(InputStream file, @Nullable Path identity) throws IOException {
        var in = new BufferedInputStream(file, 1 << 16);
        in.mark(64);
        String start = new String(in.readNBytes(AGE_HEADER.length()), ISO_8859_1);
        in.reset();
        if (start.startsWith("\u001f\u008b")) {
            return new Plain(in, () -> {});
        }
        boolean armoured = start.startsWith(ARMOUR);
        boolean age = start.equals(AGE_HEADER) || armoured && start.startsWith(ARMOUR + "AGE");
        if (!age && !armoured && (start.isEmpty() || start.charAt(0) < 0x80)) {
            throw new CommandException("not a backup of Jadhere: neither gzip, nor age, nor GnuPG");
        }
        return (age ? AGE : GPG).startDecryption(in, identity);
    }

    private Plain startDecryption(InputStream in, @Nullable Path identity) throws IOException {
        var program = ExternalProgram.start(debianPackage, decryption(identity), streams -> streams);
        return new Plain(program.pipe(in), program::finish);
    }

    /** Decrypted bytes, and the check that they are complete. */
    record Plain(InputStream bytes, CompletenessCheck check) {

        interface CompletenessCheck {
            void run() throws InterruptedException, IOException;
        }

        /** @throws CommandException with the error output of the decrypting program, if it failed */
        void requireComplete() throws InterruptedException, IOException {
            bytes.transferTo(OutputStream.nullOutputStream());
            check.run();
        }

        /** Explains a failure to read the bytes; an error of the decrypting program takes precedence. */
        IOException explain(IOException failure) throws InterruptedException, IOException {
            requireComplete();
            return new IOException(
                    "the backup could not be read to its end (%s)".formatted(BackupFailure.message(failure)), failure);
        }
    }
}
