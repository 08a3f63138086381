package org.jadhere.office.reminders;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.util.List;
import org.jadhere.people.access.PersonName;
import org.jadhere.people.mail.MailRecipient;
import org.jadhere.platform.db.tables.AppUser;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record6;
import org.jooq.Result;

/** To whom a member's letters go: the person; of an organisation its own address, or else those who act for it. */
final class MemberRecipients {

    private static final AppUser READER = APP_USER.as("reader");

    /** The person, or those who act for the organisation, at their main address; of open accounts. */
    static final Field<Result<Record6<Long, String, String, String, String, String>>> PEOPLE = multiset(select(
                            READER.ID,
                            READER.FIRST_NAME,
                            READER.LAST_NAME,
                            READER.USERNAME,
                            USER_EMAIL.EMAIL,
                            READER.LANGUAGE)
                    .from(READER)
                    .join(USER_EMAIL)
                    .on(USER_EMAIL.USER_ID.eq(READER.ID))
                    .and(USER_EMAIL.POSITION.eq((short) 0))
                    .where(READER.ACTIVE)
                    .and(READER.ID
                            .eq(MEMBER.USER_ID)
                            .or(READER.ID.in(select(ORGANISATION_USER.USER_ID)
                                    .from(ORGANISATION_USER)
                                    .where(ORGANISATION_USER.ORGANISATION_ID.eq(MEMBER.ORGANISATION_ID)))))
                    .orderBy(READER.ID))
            .as("people");

    private MemberRecipients() {}

    static List<MailRecipient> of(Record row) {
        var people = row.get(PEOPLE);
        String own = row.get(ORGANISATION.EMAIL);
        if (own != null && own.contains("@")) {
            String language = people.isEmpty() ? "fr" : people.getFirst().get(READER.LANGUAGE);
            return List.of(new MailRecipient(null, row.get(ORGANISATION.NAME), own, language));
        }
        return people.map(reader -> new MailRecipient(
                reader.get(READER.ID),
                PersonName.of(reader.get(READER.FIRST_NAME), reader.get(READER.LAST_NAME), reader.get(READER.USERNAME)),
                reader.get(USER_EMAIL.EMAIL),
                reader.get(READER.LANGUAGE)));
    }
}
