package org.jadhere.network.whohad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Pg.setLocally;
import static org.jadhere.platform.db.Tables.ADDRESS_QUESTION;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.support.Given;
import org.jadhere.support.Race;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal of questions keeps each question, and a check finds the first one that was changed. */
class JournalRulesTests {

    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final CloseableDSLContext db = database.open();

    private final Questions questions = new Questions(db);

    private static Questions.Seal ask(DSLContext db, String reason) {
        return new Questions(db)
                .record(
                        new Question(IpPrefix.parse("192.0.2.7"), Instant.parse("2021-03-03T13:05:00Z"), reason),
                        new Answer.NotOurs());
    }

    @Test
    void concurrentQuestionsAreNumberedAndSealed() throws Exception {
        var answers = Race.of(60, database, (runner, mine) -> ask(mine, "case " + runner));

        assertThat(answers).containsOnly(NOTHING);
        assertThat(db.select(ADDRESS_QUESTION.ID)
                        .from(ADDRESS_QUESTION)
                        .orderBy(ADDRESS_QUESTION.ID)
                        .fetch(ADDRESS_QUESTION.ID))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
        assertThat(questions.firstBroken()).isEmpty();
        assertThat(questions.last().orElseThrow().number()).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update address_question set reason = 'none'",
                "delete from address_question where false",
                "truncate address_question",
            })
    void questionsCannotBeChangedOrDeleted(String attempt) {
        ask(db, "case 1");
        assertThat(refusedBy(() -> db.execute(attempt))).isEqualTo("address_question_kept");
    }

    /** With disabled triggers, as the owner of the database could change it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update address_question set reason = 'nothing' where id = 3",
                "update address_question set actor = 'mallory' where id = 3",
                "update address_question set at = at + interval '1 microsecond' where id = 3",
                "update address_question set instant = instant - interval '1 hour' where id = 3",
                "update address_question set address = '192.0.2.8' where id = 3",
                "update address_question set answer = 'gap' where id = 3",
                "update address_question set previous = sha256('x') where id = 3",
                "update address_question set reason = 'x', seal = sha256(previous || 'x') where id = 3",
                "delete from address_question where id = 2",
                "update address_question set id = 9 where id = 2",
            })
    void theFirstChangedQuestionIsFound(String tampering) {
        for (int n = 1; n <= 5; n++) {
            ask(db, "case " + n);
        }
        db.execute("alter table address_question disable trigger user");
        db.execute(tampering);

        assertThat(questions.firstBroken()).isEqualTo(Optional.of(3L));
    }

    /** A row changed and sealed again no longer matches the seal of the next one. */
    @Test
    void aNewSealInTheMiddleIsDetected() {
        for (int n = 1; n <= 5; n++) {
            ask(db, "case " + n);
        }
        db.execute("alter table address_question disable trigger user");
        db.execute("update address_question set reason = 'none' where id = 3");
        db.execute("update address_question q set seal = address_question_seal(q) where id = 3");

        assertThat(questions.firstBroken()).isEqualTo(Optional.of(4L));
    }

    @Test
    void theSealedTextIsUnambiguous() {
        assertThat(db.fetchSingle("""
                select address_question_text(row(1, 'epoch', 1, 'a', 'web', '192.0.2.7', 'epoch', 'b', 'own', null, '', ''))
                     = address_question_text(row(1, 'epoch', 1, 'a 3:web', 'web', '192.0.2.7', 'epoch', 'b', 'own', null, '', ''))""").get(0)).isEqualTo(false);
    }

    @Test
    void askingNeedsThePermission() {
        var given = new Given(db);
        long carol = given.user("carol", with(APP_USER.STAFF, true));
        assertThat(refusedBy(() -> askAs(carol))).isEqualTo("address_question_right");

        given.joins(carol, given.crew("registre", "address.trace"));
        assertThat(refusedBy(() -> askAs(carol))).isEqualTo(NOTHING);
        assertThat(db.fetchSingle(ADDRESS_QUESTION).get(ADDRESS_QUESTION.ACTOR)).isEqualTo("carol");
    }

    private void askAs(long user) {
        db.transaction(transaction -> {
            transaction
                    .dsl()
                    .select(setLocally("jadhere.actor_id", "" + user), setLocally("jadhere.actor", "carol"))
                    .fetch();
            ask(transaction.dsl(), "case 1");
        });
    }
}
