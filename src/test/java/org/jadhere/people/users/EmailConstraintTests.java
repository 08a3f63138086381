package org.jadhere.people.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import org.jadhere.support.Given;
import org.jadhere.support.Race;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The constraints on the e-mail addresses of users: one primary address, no duplicates. */
class EmailConstraintTests {

    private static final String PRIMARY = "user_email_primary";

    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final CloseableDSLContext db = database.open();

    private final Given given = new Given(db);
    private final long alice = given.user("alice");

    @Test
    void everyUserWithEmailsHasAPrimaryOne() {
        long second = given.email(alice, 1, "second@example.org");

        assertThat(refusedBy(() -> given.email(alice, 0, "third@example.org"))).isEqualTo("user_email_position");
        assertThat(refusedBy(() -> db.execute("delete from user_email where position = 0")))
                .isEqualTo(PRIMARY);
        assertThat(refusedBy(() -> db.execute("update user_email set position = 2 where position = 0")))
                .isEqualTo(PRIMARY);
        assertThat(refusedBy(() -> db.execute("delete from user_email where id = ?", second)))
                .isEqualTo(NOTHING);
        assertThat(refusedBy(() -> db.execute("delete from user_email"))).isEqualTo(NOTHING);
        assertThat(refusedBy(() -> given.email(alice, 1, "first@example.org"))).isEqualTo(PRIMARY);
    }

    @Test
    void anEmailMovesOnlyIfBothKeepAPrimary() {
        given.email(alice, 1, "second@example.org");
        long bob = given.user("bob");

        assertThat(refusedBy(() -> db.execute(
                        "update user_email set user_id = ?, position = 3 where position = 0 and user_id = ?",
                        bob,
                        alice)))
                .isEqualTo(PRIMARY);
        db.execute("delete from user_email where user_id = ?", bob);
        assertThat(refusedBy(() -> db.execute("update user_email set user_id = ? where position = 1", bob)))
                .isEqualTo(PRIMARY);
    }

    @Test
    void emailsSwapWithinOneTransaction() {
        given.email(alice, 1, "second@example.org");

        assertThat(refusedBy(() -> db.execute("update user_email set position = 1 - position")))
                .isEqualTo(NOTHING);
        assertThat(primary()).isEqualTo("second@example.org");

        db.transaction(swap -> {
            swap.dsl().execute("update user_email set position = 2 where email = 'second@example.org'");
            swap.dsl().execute("update user_email set position = 0 where email = 'alice@example.org'");
        });
        assertThat(primary()).isEqualTo("alice@example.org");
    }

    @Test
    void usersShareAnEmailButHaveItOnce() {
        long bob = given.user("bob");

        assertThat(refusedBy(() -> given.email(bob, 1, "Alice@Example.org"))).isEqualTo(NOTHING);
        assertThat(refusedBy(() -> given.email(alice, 1, "ALICE@example.ORG"))).isEqualTo("user_email_once");
    }

    @Test
    void concurrentChangesLeaveAPrimaryEmail() throws Exception {
        var overlap = new Race.Overlap(2);
        var answers = Race.of(2, database, (runner, mine) -> {
            if (runner == 0) {
                mine.execute("delete from user_email where user_id = ?", alice);
            } else {
                mine.execute(
                        "insert into user_email (user_id, position, email) values (?, 1, 'second@example.org')", alice);
            }
            mine.execute("set constraints all immediate"); // as the commit does
            overlap.await(mine);
        });

        assertThat(answers).containsExactlyInAnyOrder(NOTHING, PRIMARY);
    }

    private @Nullable Object primary() {
        return db.fetchSingle("select email from user_email where position = 0").get(0);
    }
}
