package org.jadhere.network.whohad;

import static org.jadhere.platform.db.Tables.ADDRESS_QUESTION;
import static org.jadhere.platform.db.Tables.ADDRESS_QUESTION_BREAK;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Sort;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The journal of all questions; the database chains its rows by hashes and refuses changes. */
@Component
public class Questions {

    private final DSLContext db;

    Questions(DSLContext db) {
        this.db = db;
    }

    /**
     * A row of the journal.
     *
     * @param answer {@link Answer#kind()}
     * @param serviceId the service in the answer, if one was named
     */
    public record Entry(
            Seal seal,
            Instant at,
            String actor,
            Question question,
            String answer,
            @Nullable Long serviceId) {}

    /** The number of a question and the hash over it and all earlier ones; a copy proves the state of the journal. */
    public record Seal(long number, String hash) {

        @Override
        public String toString() {
            return number + " " + hash.substring(0, 16);
        }
    }

    enum Order implements Sort {
        NEWEST;

        @Override
        public By by() {
            return By.desc(ADDRESS_QUESTION.ID);
        }
    }

    Seal record(Question question, Answer answer) {
        return db.insertInto(ADDRESS_QUESTION)
                .set(ADDRESS_QUESTION.ADDRESS, question.address())
                .set(ADDRESS_QUESTION.INSTANT, question.at())
                .set(ADDRESS_QUESTION.REASON, question.reason())
                .set(ADDRESS_QUESTION.ANSWER, answer.kind())
                .set(ADDRESS_QUESTION.SERVICE_ID, serviceId(answer))
                .returning(ADDRESS_QUESTION.ID, ADDRESS_QUESTION.SEAL)
                .fetchSingle(Questions::toSeal);
    }

    private static @Nullable Long serviceId(Answer answer) {
        return answer instanceof Answer.FromAllocation found ? found.service().id() : null;
    }

    Page<Entry> page(Actor actor, Keyset place) {
        actor.must(actor.superuser());
        return place.page(
                db.select(ADDRESS_QUESTION.asterisk()).from(ADDRESS_QUESTION).where(noCondition()),
                Order.NEWEST,
                ADDRESS_QUESTION.ID,
                Questions::toEntry);
    }

    /** The number of the first question whose hash does not match. */
    Optional<Long> firstBroken() {
        return db.selectFrom(ADDRESS_QUESTION_BREAK).fetchOptional(ADDRESS_QUESTION_BREAK.ID);
    }

    Optional<Seal> last() {
        return db.select(ADDRESS_QUESTION.ID, ADDRESS_QUESTION.SEAL)
                .from(ADDRESS_QUESTION)
                .orderBy(ADDRESS_QUESTION.ID.desc())
                .limit(1)
                .fetchOptional(Questions::toSeal);
    }

    private static Entry toEntry(Record row) {
        IpPrefix address = row.get(ADDRESS_QUESTION.ADDRESS);
        return new Entry(
                toSeal(row),
                row.get(ADDRESS_QUESTION.AT),
                row.get(ADDRESS_QUESTION.ACTOR),
                new Question(address, row.get(ADDRESS_QUESTION.INSTANT), row.get(ADDRESS_QUESTION.REASON)),
                row.get(ADDRESS_QUESTION.ANSWER),
                row.get(ADDRESS_QUESTION.SERVICE_ID));
    }

    private static Seal toSeal(Record row) {
        return new Seal(row.get(ADDRESS_QUESTION.ID), HexFormat.of().formatHex(row.get(ADDRESS_QUESTION.SEAL)));
    }
}
