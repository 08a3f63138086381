package org.jadhere.office.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The column unconfirmed_emails: an import decides which addresses are confirmed, an export says it. */
class UnconfirmedEmailsTests {

    private static final String HEADER = "id,username,email,other_emails,unconfirmed_emails\n";

    @TempDir
    Path temp;

    private ImportExportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ImportExportFixture(temp.resolve("in"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private String importing(String users) {
        fixture.file("users.csv", users).importFolder();
        return unconfirmed();
    }

    private String unconfirmed() {
        return fixture.query(
                "select coalesce(string_agg(email, ' ' order by position), '') from user_email where not confirmed");
    }

    @Test
    void theColumnDecides() {
        assertThat(importing(HEADER + "1,ann,a@b,c@d e@f,a@b E@F\n")).isEqualTo("a@b e@f");
        assertThat(importing(HEADER + "1,ann,a@b,c@d e@f,c@d\n")).isEqualTo("c@d");
        assertThat(fixture.exportTo(temp.resolve("out")).get("users.csv")).contains(",a@b,c@d e@f,c@d,");
        assertThat(importing(HEADER + "1,ann,a@b,c@d e@f,\n")).isEmpty();
    }

    @Test
    void withoutItTheAddressesOfTheFolderAreConfirmed() {
        importing(HEADER + "1,ann,a@b,c@d,a@b c@d\n");

        assertThat(importing("id,username,email\n1,ann,a@b\n"))
                .as("those that the folder does not name stay as they are")
                .isEqualTo("c@d");
        assertThat(importing("id,username,email,other_emails\n1,ann,a@b,c@d\n")).isEmpty();
    }

    @Test
    void aNewAddressIsConfirmedByTheFolderOnly() {
        importing("id,username,email\n1,ann,a@b\n");
        fixture.execute("insert into user_email (user_id, position, email, confirmed) values (1, 1, 'evil@x', false)");

        assertThat(importing("id,username\n1,ann\n")).isEqualTo("evil@x");
        assertThat(importing("id,username,email,other_emails\n1,ann,a@b,\n")).isEmpty();
        assertThat(fixture.query("select count(*) from user_email")).isEqualTo("1");
    }

    @Test
    void aFolderWithoutAddressesHasNone() {
        fixture.file("users.csv", "id,username,unconfirmed_emails\n1,ann,a@b\n");
        assertThat(fixture.faults())
                .containsExactly("users.csv:1: missing column: email, since there is unconfirmed_emails");
        fixture.file("users.csv", HEADER + "1,ann,,,a@b\n");
        assertThat(fixture.faults())
                .containsExactly("users.csv:2: unconfirmed_emails: not an address of this user: a@b");
    }
}
