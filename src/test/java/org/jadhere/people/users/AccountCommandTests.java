package org.jadhere.people.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.SPRING_SESSION;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jooq.impl.DSL.count;

import org.jadhere.platform.cli.CommandException;
import org.jadhere.support.PageTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The commands that create administrators and set passwords. */
@PageTest
class AccountCommandTests {

    @Autowired
    AccountCommands accounts;

    @Autowired
    PasswordEncoder encoder;

    @Test
    void anAdministratorIsCreated() {
        accounts.createAdministrator("root", "root@example.org", "trois canards bleus");

        var root = db().selectFrom(APP_USER).where(APP_USER.USERNAME.eq("root")).fetchSingle();
        assertThat(root.get(APP_USER.SUPERUSER)).isTrue();
        assertThat(root.get(APP_USER.STAFF)).isTrue();
        assertThat(encoder.matches("trois canards bleus", root.get(APP_USER.PASSWORD)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "court", "123456789012", "motdepasse", "password1234", "azertyuiop", "administrateur"})
    void weakPasswordsAreRejected(String password) {
        assertThatThrownBy(() -> accounts.createAdministrator("administrateur", "a@example.org", password))
                .isInstanceOf(CommandException.class);
        assertThat(db().select(count()).from(APP_USER).fetchSingle().value1()).isZero();
    }

    @Test
    void aVeryLongPasswordIsRejected() {
        assertThatThrownBy(() -> accounts.createAdministrator("root", "root@example.org", "é".repeat(1_000_000)))
                .hasMessageContaining("too long");
    }

    @Test
    void anExistingUserNameIsRejected() {
        given().user("root");

        assertThatThrownBy(() -> accounts.createAdministrator("ROOT", "root@example.org", "trois canards bleus"))
                .hasMessage("there is a user 'ROOT' already");
    }

    @Test
    void anInvalidEmailAddressIsRejected() {
        assertThatThrownBy(() -> accounts.createAdministrator("root", "root at example", "trois canards bleus"))
                .hasMessage("not an e-mail address: root at example");
    }

    @Test
    void aNewPasswordEndsSessions() {
        given().user("ida");
        db().insertInto(SPRING_SESSION)
                .columns(
                        SPRING_SESSION.PRIMARY_ID,
                        SPRING_SESSION.SESSION_ID,
                        SPRING_SESSION.CREATION_TIME,
                        SPRING_SESSION.LAST_ACCESS_TIME,
                        SPRING_SESSION.MAX_INACTIVE_INTERVAL,
                        SPRING_SESSION.EXPIRY_TIME,
                        SPRING_SESSION.PRINCIPAL_NAME)
                .values("1", "2", 0L, 0L, 0, 0L, "ida")
                .execute();

        accounts.changePassword("Ida", "quatre canards verts");

        assertThat(db().fetchCount(SPRING_SESSION, SPRING_SESSION.PRINCIPAL_NAME.eq("ida")))
                .isZero();
    }

    @Test
    void anUnknownUserNameIsRejected() {
        assertThatThrownBy(() -> accounts.changePassword("personne", "quatre canards verts"))
                .hasMessage("there is no user 'personne'");
    }
}
