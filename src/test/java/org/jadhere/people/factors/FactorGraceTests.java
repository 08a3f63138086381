package org.jadhere.people.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.FACTOR_LETTER;
import static org.jadhere.platform.db.Tables.STAFF_ENTRY;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jadhere.people.mail.Outbox;
import org.jadhere.people.users.Recipients;
import org.jadhere.support.ActTest;
import org.jadhere.support.Mailbox;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** New staff work without a second factor for fourteen days, and are asked for one on the fifteenth. */
@ActTest
@WithCast
class FactorGraceTests {

    private static final String BANNER = "l’association demande un second facteur avant le";

    @Autowired
    FactorLetters letters;

    @Autowired
    Recipients recipients;

    @Autowired
    Outbox outbox;

    /** As if the association had existed for long. */
    @BeforeEach
    void requiredForLong() {
        db().update(ASSOCIATION)
                .set(ASSOCIATION.STAFF_SECOND_FACTOR_SINCE, Instant.EPOCH)
                .execute();
    }

    /** Moves the clock forward: what happened until now was that long ago. */
    private static void pass(Duration time) {
        db().update(STAFF_ENTRY)
                .set(STAFF_ENTRY.SINCE, Instant.now().minus(time))
                .execute();
    }

    private static void makeStaff(long user, boolean staff) {
        var fields = staff ? Map.of("active", "yes", "staff", "yes") : Map.of("active", "yes");
        assertThat(as("erin").proved().post("/admin/users/" + user + "/status", fields))
                .hasStatus(302);
    }

    @Test
    void newStaffAreAskedOnTheFifteenthDay() {
        makeStaff(cast().frank, true);

        assertThat(as("frank").get("/admin/"))
                .as("the first day")
                .hasStatusOk()
                .bodyText()
                .contains(BANNER);
        assertThat(as("carol").post("/admin/organisations", Map.of("name", "Le Hublot")))
                .hasStatus(302);
        pass(Duration.ofDays(13).plusHours(23));
        assertThat(as("frank").get("/admin/"))
                .as("the fourteenth day")
                .hasStatusOk()
                .bodyText()
                .contains(BANNER);
        assertThat(as("carol").get("/admin/users")).hasStatusOk();

        pass(Duration.ofDays(14));

        assertThat(as("frank").get("/admin/")).hasRedirectedUrl("/me/security");
        assertThat(as("carol").get("/admin/users")).hasRedirectedUrl("/me/security");
        assertThat(as("frank").get("/me")).hasStatusOk().bodyText().contains("Elle s’ouvrira quand vous en aurez un");
    }

    @Test
    void aSecondStatusHasNoNewGrace() {
        makeStaff(cast().frank, true);
        makeStaff(cast().frank, false);
        db().update(STAFF_ENTRY)
                .set(STAFF_ENTRY.SINCE, Instant.now().minus(Duration.ofDays(20)))
                .where(STAFF_ENTRY.USER_ID.eq(cast().frank))
                .execute();
        makeStaff(cast().frank, true);

        assertThat(as("frank").get("/admin/")).hasRedirectedUrl("/me/security");
    }

    @Test
    void anAssociationMayDecideOtherwise() {
        pass(Duration.ofDays(100));
        require(false);
        assertThat(as("carol").get("/admin/")).hasStatusOk().bodyText().doesNotContain(BANNER);

        require(true);

        assertThat(as("carol").get("/admin/"))
                .as("a grace begins")
                .hasStatusOk()
                .bodyText()
                .contains(BANNER);
    }

    private static void require(boolean required) {
        db().update(ASSOCIATION).set(ASSOCIATION.STAFF_SECOND_FACTOR, required).execute();
    }

    @Test
    void membersAndStaffWithAFactorAreNotAsked() {
        db().insertInto(CODE_GENERATOR)
                .set(CODE_GENERATOR.USER_ID, cast().carol)
                .execute();

        assertThat(as("alice").get("/me")).bodyText().doesNotContain(BANNER);
        letters.run();
        assertThat(db().fetch(FACTOR_LETTER).getValues(FACTOR_LETTER.USER_ID))
                .containsExactlyInAnyOrder(cast().bob, cast().dave, cast().erin);
    }

    @Test
    void eachGetsOneLetter() {
        letters.run();
        letters.run();
        pass(Duration.ofDays(14));
        letters.run();

        var mailbox = new Mailbox(db(), "carol@example.org");
        assertThat(mailbox.kinds()).containsExactly("factor-required");
        assertThat(mailbox.text()).contains("/me/security", "un second facteur");
        assertThat(new Mailbox(db(), "alice@example.org").kinds()).isEmpty();
    }

    @Test
    void noLetterWhereNoneIsRequiredOrInADemonstration() {
        new FactorLetters(db(), recipients, outbox, true).run();
        require(false);
        letters.run();

        assertThat(db().fetchCount(FACTOR_LETTER)).isZero();
    }

    @Test
    void existingStaffHaveAnEntry() {
        assertThat(db().fetch(STAFF_ENTRY).getValues(STAFF_ENTRY.USER_ID))
                .containsExactlyInAnyOrderElementsOf(List.of(cast().bob, cast().carol, cast().dave, cast().erin));
        db().update(APP_USER)
                .set(APP_USER.SUPERUSER, true)
                .where(APP_USER.ID.eq(cast().alice))
                .execute();
        assertThat(db().fetchExists(STAFF_ENTRY, STAFF_ENTRY.USER_ID.eq(cast().alice)))
                .isTrue();
    }
}
