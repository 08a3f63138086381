package org.jadhere.people.members;

import static org.jadhere.platform.db.Tables.MEMBER;

import java.util.List;
import java.util.regex.Pattern;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who was meant by what was typed in a field for a member. */
@Component
public class MemberLookup {

    // 12, n° 12, #12, or 12 with the name behind it
    private static final Pattern LEADING_NUMBER = Pattern.compile("(?i)(?:n°|#)?[\\s\\h]*(\\d{1,9})(?:\\s.*)?");

    private final DSLContext db;

    MemberLookup(DSLContext db) {
        this.db = db;
    }

    /**
     * The one member that was meant: by number, which comes first, else by any fragment of the name that leads to one
     * alone; nobody where nothing was typed. Refuses, beside the field, with those who might be meant.
     */
    public Member.@Nullable Ref named(Actor actor, String field, @Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var like = choices(actor, typed);
        return RuleViolationException.requireSingle(
                like, Member.Ref::label, field, typed, "error.member-unknown", "error.member-ambiguous");
    }

    /** A few members whom a number or a fragment might mean. */
    public List<Member.Ref> choices(Actor actor, String typed) {
        var number = LEADING_NUMBER.matcher(typed.strip());
        return db.select(MEMBER.ID, MEMBER.NUMBER, Members.NAME)
                .from(Members.WITH_HOLDER)
                .where(MemberRights.membersSeenBy(actor))
                .and(Members.found(number.matches() ? number.group(1) : typed))
                .orderBy(MEMBER.SORT_NAME, MEMBER.ID)
                .limit(8)
                .fetch(row -> new Member.Ref(row.get(MEMBER.ID), row.get(MEMBER.NUMBER), row.get(Members.NAME)));
    }
}
