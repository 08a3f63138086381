package org.jadhere.office.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jadhere.platform.web.Keyset;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which members are reminded of a fee that ends. Fees end on the last day of 2025 unless a test says otherwise. */
@ActTest
@WithCast
class ReminderTests {

    private static final LocalDate END = LocalDate.of(2026, 1, 1);
    private static final LocalDate THE_DAY = LocalDate.of(2025, 12, 24);

    @Autowired
    Reminders reminders;

    @Autowired
    ReminderCandidates candidates;

    @BeforeEach
    void sevenDaysBeforeAndAfter() {

        db().update(ASSOCIATION)
                .set(ASSOCIATION.REMIND_ON, new Integer[] {-7, 7})
                .execute();
    }

    private long memberUntil(String username, LocalDate end) {
        long member = given().member(username);
        fee(member, end.minusYears(1), end, true);
        return member;
    }

    private void fee(long member, LocalDate start, @Nullable LocalDate end, boolean validated) {
        given().fee(
                        member,
                        with(MEMBERSHIP_FEE.STARTS_ON, start),
                        with(MEMBERSHIP_FEE.ENDS_ON, end),
                        with(MEMBERSHIP_FEE.VALIDATED, validated));
    }

    private List<String> mailed() {
        return db().select(MAIL.RECIPIENT).from(MAIL).orderBy(MAIL.RECIPIENT).fetch(MAIL.RECIPIENT);
    }

    @Test
    void anEndingFeeIsRemindedOfOnce() {
        memberUntil("lou", END);

        assertThat(reminders.sendAll(THE_DAY.minusDays(1))).isZero();
        assertThat(reminders.sendAll(THE_DAY)).isOne();
        assertThat(reminders.sendAll(THE_DAY)).isZero();
        assertThat(reminders.sendAll(THE_DAY.plusDays(3))).isZero();
        assertThat(mailed()).containsExactly("lou@example.org");
        assertThat(reminders.sendAll(LocalDate.of(2026, 1, 7)))
                .as("a week after")
                .isOne();
        assertThat(mailed()).containsExactly("lou@example.org", "lou@example.org");
    }

    @Test
    void withoutReminderDaysNoMailIsSent() {
        memberUntil("lou", END);
        db().update(ASSOCIATION).set(ASSOCIATION.REMIND_ON, new Integer[] {}).execute();

        assertThat(reminders.sendAll(THE_DAY)).isZero();
        assertThat(as("erin").get("/admin/reminders?on=2025-12-24")).hasStatusOk();
        assertThat(mailed()).isEmpty();
    }

    @Test
    void concurrentServersSendOneReminder() throws Exception {
        memberUntil("lou", END);

        try (var servers = Executors.newFixedThreadPool(8)) {
            for (var run : servers.invokeAll(Collections.nCopies(8, () -> reminders.sendAll(THE_DAY)))) {
                run.get();
            }
        }

        assertThat(mailed()).containsExactly("lou@example.org");
    }

    @Test
    void aFormerMemberIsNotReminded() {
        long member = memberUntil("lou", END);
        db().update(MEMBERSHIP)
                .set(MEMBERSHIP.LEFT_ON, END)
                .where(MEMBERSHIP.MEMBER_ID.eq(member))
                .execute();

        assertThat(reminders.sendAll(THE_DAY)).isZero();
        assertThat(verdicts("lou")).containsExactly(ReminderCandidate.Verdict.RESIGNED);
    }

    @Test
    void aWaitingNextFeeNeedsNoReminder() {
        long member = memberUntil("lou", END);
        fee(member, END, END.plusYears(1), false);

        assertThat(reminders.sendAll(THE_DAY)).isZero();
        assertThat(verdicts("lou")).contains(ReminderCandidate.Verdict.WAITING);
    }

    @Test
    void aFeeNotValidatedIsNotRemindedOf() {
        long member = given().member("lou");
        fee(member, END.minusYears(1), END, false);

        assertThat(reminders.sendAll(THE_DAY)).isZero();
        assertThat(verdicts("lou")).containsExactly(ReminderCandidate.Verdict.WAITING);
    }

    @Test
    void aRenewedFeeIsNotRemindedOf() {
        long member = memberUntil("lou", END);
        fee(member, END, null, true);

        assertThat(reminders.sendAll(THE_DAY)).isZero();
        assertThat(verdicts("lou")).containsExactly(ReminderCandidate.Verdict.RENEWED);
    }

    @Test
    void membersWithoutAddressAreListed() {
        memberUntil("lou", END);
        db().update(APP_USER)
                .set(APP_USER.ACTIVE, false)
                .where(APP_USER.USERNAME.eq("lou"))
                .execute();

        assertThat(reminders.sendAll(THE_DAY)).isZero();
        assertThat(verdicts("lou")).containsExactly(ReminderCandidate.Verdict.NO_ADDRESS);
    }

    @Test
    void anOrganisationWithoutAddressHasItsUsersMailed() {
        long one = given().organisation("Une", with(ORGANISATION.EMAIL, "une@example.org"));
        long other = given().organisation("Autre");
        long lou = given().user("lou");
        given().acts(lou, other);
        for (long organisation : new long[] {one, other}) {
            fee(given().membershipOfOrganisation(organisation), END.minusYears(1), END, true);
        }

        reminders.sendAll(THE_DAY);

        assertThat(mailed()).containsExactly("lou@example.org", "une@example.org");
    }

    @Test
    void theMailIsInTheLanguageOfItsRecipient() {
        memberUntil("lou", END);
        db().update(APP_USER)
                .set(APP_USER.LANGUAGE, "en")
                .where(APP_USER.USERNAME.eq("lou"))
                .execute();

        reminders.sendAll(THE_DAY);

        assertThat(db().fetchSingle(MAIL).get(MAIL.BODY_TEXT))
                .contains("is valid until 31 December 2025")
                .contains("/me");
    }

    private List<ReminderCandidate.Verdict> verdicts(String username) {
        var schedule = reminders.schedule(THE_DAY);
        var first = new Keyset(null, null);
        return Stream.concat(
                        candidates.due(schedule, first).rows().stream(),
                        candidates.others(schedule, first).rows().stream())
                .filter(candidate ->
                        candidate.member().name().toLowerCase(Locale.ROOT).contains(username))
                .map(candidate -> candidate.verdict(schedule))
                .toList();
    }

    @Test
    void thePreviewListsRemindersAndSendsNone() {
        memberUntil("xanthe", END);
        long waiting = memberUntil("zora", END);
        fee(waiting, END, END.plusYears(1), false);

        var due = as("erin").get("/admin/reminders?on=2025-12-24");
        var others = as("erin").get("/admin/reminders?on=2025-12-24&show=others");

        assertThat(due)
                .hasStatusOk()
                .bodyText()
                .contains("xanthe@example.org", "7 jours avant")
                .doesNotContain("Zora");
        assertThat(others)
                .hasStatusOk()
                .bodyText()
                .contains("Zora", "attend d’être validé")
                .doesNotContain("Xanthe");
        assertThat(mailed()).isEmpty();
        assertThat(as("alice").get("/admin/reminders")).hasStatus(403);
    }

    @Test
    void anInvalidDayIsShownAtItsField() {
        assertThat(as("erin").get("/admin/reminders?on=hier")).bodyText().contains("on-error");
        assertThat(as("erin").post("/admin/reminders", Map.of())).hasStatus(405);
    }
}
