package org.jadhere.people.factors;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.FACTOR_LETTER;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jadhere.people.access.Actors;
import org.jadhere.people.mail.MailRecipient;
import org.jadhere.people.mail.Notification;
import org.jadhere.people.mail.NotificationKind;
import org.jadhere.people.mail.Outbox;
import org.jadhere.people.users.Recipients;
import org.jadhere.people.users.Recipients.Recipient;
import org.jadhere.platform.jobs.Job;
import org.jadhere.platform.web.Texts;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One letter to each user of the administration who has no second factor: from when on one is required. */
@Component
class FactorLetters implements Job {

    private static final Field<Instant> REQUIRED_SINCE = Actors.factorRequiredSince();

    private final DSLContext db;
    private final Recipients recipients;
    private final Outbox outbox;
    private final boolean demonstration;

    FactorLetters(
            DSLContext db,
            Recipients recipients,
            Outbox outbox,
            @Value("${jadhere.demonstration:false}") boolean demonstration) {
        this.db = db;
        this.recipients = recipients;
        this.outbox = outbox;
        this.demonstration = demonstration;
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    /** Of several servers, the one that inserts the row of the letter sends it. */
    @Override
    @Transactional
    public void run() {
        if (demonstration) {
            return;
        }
        db
                .select(APP_USER.ID, REQUIRED_SINCE)
                .from(APP_USER)
                .where(APP_USER.ACTIVE)
                .and(condition(APP_USER.STAFF).or(APP_USER.SUPERUSER))
                .and(not(Actors.hasSecondFactor()))
                .and(APP_USER.ID.notIn(select(FACTOR_LETTER.USER_ID).from(FACTOR_LETTER)))
                .orderBy(APP_USER.ID)
                .fetch()
                .stream()
                .filter(row -> row.get(REQUIRED_SINCE) != null)
                .forEach(row -> recipients
                        .of(row.get(APP_USER.ID))
                        .ifPresent(
                                reader -> send(reader, row.get(REQUIRED_SINCE).plus(Actors.FACTOR_GRACE))));
    }

    private void send(Recipient reader, Instant due) {
        int first = db.insertInto(FACTOR_LETTER, FACTOR_LETTER.USER_ID)
                .values(reader.userId())
                .onConflictDoNothing()
                .execute();
        if (first == 1) {
            String day = Texts.in(
                    Locale.forLanguageTag(reader.language()),
                    () -> Texts.fullDate(LocalDate.ofInstant(due, Texts.PARIS)));
            outbox.post(new Notification(
                    NotificationKind.FACTOR_REQUIRED, MailRecipient.of(reader), List.of(day), "/me/security"));
        }
    }
}
