package org.jadhere.people.members;

import static org.jadhere.platform.db.Tables.MEMBER;

import java.util.List;
import java.util.regex.Pattern;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds members by a text typed in a field. */
@Component
public class MemberLookup {

    // 12, n° 12, #12, or 12 followed by the name
    private static final Pattern LEADING_NUMBER = Pattern.compile("(?i)(?:n°|#)?[\\s\\h]*(\\d{1,9})(?:\\s.*)?");

    private final DSLContext db;

    MemberLookup(DSLContext db) {
        this.db = db;
    }

    /**
     * The member with the number at the start of the text; else the single member whose name matches it; null for no text.
     * Zero or several matches are rejected at the field, with the matches in the message.
     */
    public Member.@Nullable Ref requireSingle(Actor actor, String field, @Nullable String typed) {
        return typed == null ? null : requireMember(actor, field, typed);
    }

    /** As {@link #requireSingle}, for a required field. */
    public Member.Ref requireMember(Actor actor, String field, String typed) {
        var like = choices(actor, typed);
        return RuleViolationException.requireSingle(
                like, Member.Ref::label, field, typed, "error.member-unknown", "error.member-ambiguous");
    }

    /** At most eight members whose number or name matches the text. */
    public List<Member.Ref> choices(Actor actor, String typed) {
        var number = LEADING_NUMBER.matcher(typed.strip());
        return db.select(MEMBER.ID, MEMBER.NUMBER, Members.NAME)
                .from(Members.WITH_HOLDER)
                .where(MemberRights.membersSeenBy(actor))
                .and(Members.matches(number.matches() ? number.group(1) : typed))
                .orderBy(MEMBER.SORT_NAME, MEMBER.ID)
                .limit(8)
                .fetch(row -> new Member.Ref(row.get(MEMBER.ID), row.get(MEMBER.NUMBER), row.get(Members.NAME)));
    }
}
