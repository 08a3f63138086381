package org.jadhere.office.demo;

import static java.util.Objects.requireNonNull;
import static org.jadhere.platform.db.Tables.APP_USER;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import org.jadhere.office.importexport.Import;
import org.jadhere.platform.cli.ProgressListener;
import org.jooq.DSLContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Fills an empty database with the demonstration data in one transaction. */
@Component
class DemoData {

    private static final long SEED = 31;

    private final DSLContext db;
    private final DemoAssociation association;
    private final Import imports;
    private final PasswordEncoder encoder;
    private final Clock clock;

    DemoData(DSLContext db, DemoAssociation association, Import imports, PasswordEncoder encoder, Clock clock) {
        this.db = db;
        this.association = association;
        this.imports = imports;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Returns whether the database was empty. A file lock keeps two processes from filling it at once. */
    boolean fillIfEmpty(Path home, int members) throws IOException {
        try (var channel = FileChannel.open(
                        home.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            boolean empty = !db.fetchExists(APP_USER);
            if (empty) {
                fill(home, members);
            }
            return empty;
        }
    }

    /**
     * Writes the passwords to disk before the data: if the process is interrupted in between, the next start finds no
     * users and creates new passwords.
     */
    private void fill(Path home, int members) throws IOException {
        var passwords = PasswordFile.newPasswords();
        Path folder = home.resolve("demo-folder");
        delete(folder); // left by a killed process
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            new DemoFolder(members, LocalDate.now(clock), SEED)
                    .write(folder, account -> requireNonNull(encoder.encode(passwords.get(account))));
            new PasswordFile(home).write(passwords);
            association.write();
            imports.run(folder, ProgressListener.SILENT);
            association.addRequests();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        for (DemoFiles.File file : DemoFiles.File.values()) {
            Files.deleteIfExists(folder.resolve(file.fileName()));
        }
        Files.deleteIfExists(folder);
    }
}
