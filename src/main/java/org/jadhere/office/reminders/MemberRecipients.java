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

/** The recipients of mails to a member: the person, or the address of the organisation, else its users. */
final class MemberRecipients {

    private static final AppUser PERSON = APP_USER.as("reader");

    /** Selects the person or the users who act for the organisation, with active accounts, at their primary address. */
    static final Field<Result<Record6<Long, String, String, String, String, String>>> PEOPLE = multiset(select(
                            PERSON.ID,
                            PERSON.FIRST_NAME,
                            PERSON.LAST_NAME,
                            PERSON.USERNAME,
                            USER_EMAIL.EMAIL,
                            PERSON.LANGUAGE)
                    .from(PERSON)
                    .join(USER_EMAIL)
                    .on(USER_EMAIL.USER_ID.eq(PERSON.ID))
                    .and(USER_EMAIL.POSITION.eq((short) 0))
                    .where(PERSON.ACTIVE)
                    .and(PERSON.ID
                            .eq(MEMBER.USER_ID)
                            .or(PERSON.ID.in(select(ORGANISATION_USER.USER_ID)
                                    .from(ORGANISATION_USER)
                                    .where(ORGANISATION_USER.ORGANISATION_ID.eq(MEMBER.ORGANISATION_ID)))))
                    .orderBy(PERSON.ID))
            .as("people");

    private MemberRecipients() {}

    static List<MailRecipient> of(Record row) {
        var people = row.get(PEOPLE);
        String own = row.get(ORGANISATION.EMAIL);
        if (own != null && own.contains("@")) {
            String language = people.isEmpty() ? "fr" : people.getFirst().get(PERSON.LANGUAGE);
            return List.of(new MailRecipient(null, row.get(ORGANISATION.NAME), own, language));
        }
        return people.map(recipient -> new MailRecipient(
                recipient.get(PERSON.ID),
                PersonName.of(
                        recipient.get(PERSON.FIRST_NAME),
                        recipient.get(PERSON.LAST_NAME),
                        recipient.get(PERSON.USERNAME)),
                recipient.get(USER_EMAIL.EMAIL),
                recipient.get(PERSON.LANGUAGE)));
    }
}
