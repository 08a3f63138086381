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

/** The two programs that backups are encrypted with; keys are public on the way in, and stay with them on the way out. */
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
            throw new CommandException("it is encrypted with age: name the file of its key, --identity KEYFILE");
        }
        return List.of("age", "--decrypt", "--identity", identity.toString());
    }

    /** @throws CommandException where it is missing, or does not know the recipient */
    void demand(String recipient) throws IOException, InterruptedException {
        run(recipient, streams -> streams.redirectInput(new File("/dev/null")).redirectOutput(Redirect.DISCARD));
    }

    void encrypt(Path from, Path to, String recipient) throws IOException, InterruptedException {
        run(recipient, streams -> streams.redirectInput(from.toFile()).redirectOutput(to.toFile()));
    }

    private void run(String recipient, UnaryOperator<ProcessBuilder> streams) throws IOException, InterruptedException {
        ExternalProgram.start(debianPackage, encryption(recipient), streams).finish();
    }

    /**
     * The plain bytes of a backup. Whoever has read them must ask {@link Plain#demandWhole}: what is wrong with the last of
     * them is known then.
     */
    static Plain plain(InputStream file, @Nullable Path identity) throws IOException {
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
        return (age ? AGE : GPG).decrypted(in, identity);
    }

    private Plain decrypted(InputStream in, @Nullable Path identity) throws IOException {
        var tool = ExternalProgram.start(debianPackage, decryption(identity), streams -> streams);
        return new Plain(tool.given(in), tool::finish);
    }

    /** Plain bytes, and the question whether they were all. */
    record Plain(InputStream bytes, Whole whole) {

        interface Whole {
            void demand() throws InterruptedException, IOException;
        }

        /** @throws CommandException with the words of the program that decrypts, where it has failed */
        void demandWhole() throws InterruptedException, IOException {
            bytes.transferTo(OutputStream.nullOutputStream());
            whole.demand();
        }

        /** Why they could not be read: the program that decrypts knows it better. */
        IOException reason(IOException failure) throws InterruptedException, IOException {
            demandWhole();
            return new IOException(
                    "the backup could not be read to its end (%s)".formatted(BackupException.words(failure)), failure);
        }
    }
}
