package org.jadhere.office.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_SERVICE;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.support.Scene.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jadhere.platform.audit.Author;
import org.jadhere.support.ActTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The demonstration fills an empty database once and writes its logins to a private file. */
@ActTest
class DemoDataTests {

    @TempDir
    private Path home;

    @Autowired
    private DemoData data;

    @Autowired
    private PasswordEncoder encoder;

    @Test
    void fillsAnEmptyDatabaseOnce() throws IOException {
        Files.createFile(
                Files.createDirectory(home.resolve("demo-folder")).resolve("users.csv")); // left by a killed process
        assertThat(fill()).isTrue();

        assertThat(home.resolve("demo-folder")).doesNotExist();
        Path logins = home.resolve("password.txt");
        String text = Files.readString(logins);
        assertThat(Files.getPosixFilePermissions(logins)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(text.lines()).hasSize(DemoAccount.values().length).allSatisfy(this::isALogin);
        assertThat(db().fetchCount(MEMBER)).isEqualTo(30);

        assertThat(
                        count(
                                "select count(*) from (select from holding group by service_id having count(distinct member_id) > 1) h"))
                .as("services that were handed over")
                .isPositive();
        assertThat(
                        count(
                                "select count(*) from (select from holding group by service_id having count(*) > 1 and count(distinct member_id) = 1) h"))
                .as("services that were paused")
                .isPositive();
        assertThat(count("select count(*) from (select from membership group by member_id having count(*) > 1) m"))
                .as("members who came back")
                .isPositive();

        var association = db().fetchSingle(ASSOCIATION);
        assertThat(association.get(ASSOCIATION.NAME)).isEqualTo("Association de démonstration");
        assertThat(association.get(ASSOCIATION.IBAN)).isNotEmpty();

        assertThat(db().fetchCount(JOIN_REQUEST_SERVICE))
                .as("requests to join, each for a service")
                .isEqualTo(3);

        assertThat(fill()).isFalse();
        assertThat(logins).content().isEqualTo(text);
    }

    private static long count(String query) {
        return db().fetchSingle(query).get(0, Long.class);
    }

    private boolean fill() throws IOException {
        return Author.command("test").act(() -> data.fillIfEmpty(home, 30));
    }

    private void isALogin(String line) {
        String[] words = line.split(" +");
        String hash = db().fetchValue(APP_USER.PASSWORD, APP_USER.USERNAME.eq(words[0]));
        assertThat(hash).startsWith("{argon2}");
        assertThat(encoder.matches(words[1], hash)).isTrue();
    }
}
