package org.jadhere.office.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted backups are read with their key only; the tools are those of {@code bin/tools age gpg}. */
class EncryptionTests {

    @TempDir
    Path temp;

    private static BackupSettings to(String recipient) {
        return new BackupSettings(null, recipient, "14d", null);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Path ageKey(String name) throws Exception {
        Path key = temp.resolve(name);
        run("age-keygen", "-o", key.toString());
        return key;
    }

    private static String recipient(Path key) throws Exception {
        return run("age-keygen", "-y", key.toString()).strip();
    }

    @Test
    void ageDecryptsWithTheKeyOnly() throws Exception {
        Path key = ageKey("key");
        Path wrong = ageKey("wrong");
        var instance = SampleInstance.create(temp.resolve("old"));
        var done = instance.backUp(to(recipient(key)));
        var other = Instance.fresh(temp.resolve("new"));
        byte[] archive = instance.bytes(done);

        assertThat(done.file().getFileName()).hasToString("jadhere-20261124T220000Z.tar.gz.age");
        assertThat(BackupFolder.list(temp.resolve("old/backups"))).hasSize(1);
        assertThatThrownBy(() -> other.restore(archive)).hasMessageContaining("--identity");
        assertThatThrownBy(() -> other.restore(archive, wrong, ProgressListener.SILENT))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("age failed: ");
        assertThatThrownBy(
                        () -> other.restore(Arrays.copyOf(archive, archive.length - 5), key, ProgressListener.SILENT))
                .isInstanceOf(CommandException.class);
        assertThat(other.query("select count(*) from app_user")).isEqualTo("0");

        other.restore(archive, key, ProgressListener.SILENT);
        assertThat(SampleInstance.export(other, temp.resolve("b")))
                .isEqualTo(SampleInstance.export(instance, temp.resolve("a")));
    }

    @Test
    void gpgDecryptsWithTheKeyring() throws Exception {
        String address =
                "backup-%d@example.org".formatted(ProcessHandle.current().pid());
        run("gpg", "--batch", "--passphrase", "", "--quick-generate-key", address, "default", "default", "1d");
        String fingerprint = run("gpg", "--batch", "--with-colons", "--list-keys", address)
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .findFirst()
                .orElseThrow()
                .split(":")[9];
        try {
            var instance = SampleInstance.create(temp.resolve("old"));
            var done = instance.backUp(to(address));
            byte[] archive = instance.bytes(done);
            var other = Instance.fresh(temp.resolve("new"));
            assertThat(done.file().getFileName()).hasToString("jadhere-20261124T220000Z.tar.gz.gpg");
            assertThat(instance.backUp(to(fingerprint)).file().getFileName())
                    .hasToString("jadhere-20261124T220000Z-2.tar.gz.gpg");

            other.restore(archive);
            assertThat(SampleInstance.export(other, temp.resolve("b")))
                    .isEqualTo(SampleInstance.export(instance, temp.resolve("a")));
        } finally {
            run("gpg", "--batch", "--yes", "--delete-secret-and-public-key", fingerprint);
        }
    }

    @Test
    void anInvalidRecipientIsRefused() throws Exception {
        var instance = SampleInstance.create(temp);

        for (String recipient : new String[] {"age1invalid", "unknown@example.invalid", "ssh-ed25519 invalid"}) {
            assertThatThrownBy(() -> instance.backUp(to(recipient)))
                    .as(recipient)
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining(" failed: ");
        }
        assertThat(BackupFolder.list(temp.resolve("backups"))).isEmpty();
        try (var files = Files.list(temp.resolve("backups"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(".jadhere.lock");
        }
    }

    @Test
    void aMissingProgramIsNamed() {
        assertThatThrownBy(() -> ExternalProgram.start(
                        "somewhere", java.util.List.of("jadhere-has-no-such-tool"), streams -> streams))
                .isInstanceOf(CommandException.class)
                .hasMessage("jadhere-has-no-such-tool is not installed: apt install somewhere");
    }
}
