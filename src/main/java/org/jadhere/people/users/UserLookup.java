package org.jadhere.people.users;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.PersonName;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds users by a text typed in a field. */
@Component
public class UserLookup {

    private final DSLContext db;

    UserLookup(DSLContext db) {
        this.db = db;
    }

    /**
     * The id of the user with this username; else of the single user whom the text matches.
     * Zero or several matches are rejected at the field, with the matches in the message.
     */
    public long requireSingle(Actor actor, String field, String typed) {
        var exact = db.select(APP_USER.ID)
                .from(APP_USER)
                .where(lower(APP_USER.USERNAME).eq(lower(val(typed.replaceAll("^.*\\(|\\)\\s*$", "")))))
                .and(UserRights.seenBy(actor))
                .fetchOptional(APP_USER.ID);
        if (exact.isPresent()) {
            return exact.get();
        }
        var like = choices(actor, typed);
        return RuleViolationException.requireSingle(
                        like, Choice::label, field, typed, "error.user-unknown", "error.user-ambiguous")
                .id();
    }

    /** At most eight users whom the text matches. */
    public List<Choice> choices(Actor actor, String typed) {
        return db.select(APP_USER.ID, APP_USER.USERNAME, APP_USER.FIRST_NAME, APP_USER.LAST_NAME)
                .from(APP_USER)
                .where(UserRights.seenBy(actor))
                .and(Users.matches(typed))
                .orderBy(APP_USER.SORT_NAME, APP_USER.ID)
                .limit(8)
                .fetch(row -> new Choice(
                        row.value1(),
                        PersonName.of(row.value3(), row.value4(), row.value2()) + " (" + row.value2() + ")"));
    }

    /** A suggested user; the label is {@code Camille Dupont (camille)}. */
    public record Choice(long id, String label) {}
}
