package org.jadhere.office.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The user names and passwords of the demonstration, in a file that only its owner can read. */
final class PasswordFile {

    // 31 characters without those that are easily confused; 16 of them are 79 bits.
    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final Path path;

    PasswordFile(Path home) {
        path = home.resolve("password.txt");
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    static Map<DemoAccount, String> newPasswords() {
        var random = new SecureRandom();
        Map<DemoAccount, String> passwords = new EnumMap<>(DemoAccount.class);
        for (DemoAccount account : DemoAccount.values()) {
            passwords.put(account, newPassword(random));
        }
        return passwords;
    }

    private static String newPassword(SecureRandom random) {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            password.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "");
            password.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return password.toString();
    }

    /** Replaces the file atomically, with owner-only permissions from the start. */
    void write(Map<DemoAccount, String> passwords) throws IOException {
        var text = new StringBuilder();
        passwords.forEach((account, password) ->
                text.append("%-12s %s  %s%n".formatted(account.username(), password, account.purpose)));
        Path draft = path.resolveSibling("password.txt.new");
        Files.deleteIfExists(draft);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            var bytes = ByteBuffer.wrap(text.toString().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
