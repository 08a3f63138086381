package org.jadhere.people.users;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.USER_EMAIL;

import java.util.List;
import org.jadhere.people.login.LoginAccounts;
import org.jadhere.people.login.PasswordPolicy;
import org.jadhere.platform.cli.CommandException;
import org.jooq.DSLContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates administrators and changes passwords for the command line. */
@Component
class AccountCommands {

    private final DSLContext db;
    private final LoginAccounts logins;
    private final PasswordEncoder encoder;
    private final PasswordPolicy passwords;

    AccountCommands(DSLContext db, LoginAccounts logins, PasswordEncoder encoder, PasswordPolicy passwords) {
        this.db = db;
        this.logins = logins;
        this.encoder = encoder;
        this.passwords = passwords;
    }

    @Transactional
    public void createAdministrator(String username, String email, String password) {
        requireStrong(password, List.of(username, email));
        try {
            long id = db.insertInto(APP_USER)
                    .set(APP_USER.USERNAME, username)
                    .set(APP_USER.STAFF, true)
                    .set(APP_USER.SUPERUSER, true)
                    .set(APP_USER.PASSWORD, encoder.encode(password))
                    .returningResult(APP_USER.ID)
                    .fetchSingle()
                    .value1();
            db.insertInto(USER_EMAIL, USER_EMAIL.USER_ID, USER_EMAIL.POSITION, USER_EMAIL.EMAIL)
                    .values(id, (short) 0, email)
                    .execute();
        } catch (DataIntegrityViolationException e) {
            throw new CommandException(explain(e, username, email));
        }
    }

    /** Also ends the sessions of the account. */
    @Transactional
    public void changePassword(String username, String password) {
        requireStrong(password, List.of(username));
        if (!logins.changePassword(username, encoder.encode(password), null)) {
            throw new CommandException("there is no user '%s'".formatted(username));
        }
    }

    private void requireStrong(String password, List<String> aboutTheUser) {
        passwords.weakness(password, aboutTheUser).ifPresent(weakness -> {
            throw new CommandException(
                    switch (weakness) {
                        case "password.too-short" ->
                            "the password is too short: at least %d characters".formatted(PasswordPolicy.MIN_LENGTH);
                        case "password.too-long" ->
                            "the password is too long: at most %d characters".formatted(PasswordPolicy.MAX_LENGTH);
                        default -> "the password is easy to guess: several unrelated words make a better one";
                    });
        });
    }

    private static String explain(DataIntegrityViolationException failure, String username, String email) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("app_user_username_form")) {
            return "not a user name (up to 150 characters, no spaces): " + username;
        }
        if (message.contains("user_email_form")) {
            return "not an e-mail address: " + email;
        }
        return "there is a user '%s' already".formatted(username);
    }
}
