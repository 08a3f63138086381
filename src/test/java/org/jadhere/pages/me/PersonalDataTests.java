package org.jadhere.pages.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CLOSING_REQUEST;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR_SECRET;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_CONSENT;
import static org.jadhere.platform.db.Tables.LINK;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.PASSKEY;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.REMINDER;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

/** The personal data page and file contain all data about the user and none about others. */
@PageTest
@WithCast
class PersonalDataTests {

    private static final String OTHERS = "it is about actions of the user and would disclose data of others";
    private static final String GUESSES = "input kept for fifteen minutes; the name may not exist";

    /** Each column that refers to a person, with the part of the data that includes it or the reason for none. */
    private static final Map<String, String> COLUMNS = new TreeMap<>(Map.ofEntries(
            Map.entry("app_user.username", "account"),
            Map.entry("user_email.user_id", "emails"),
            Map.entry("user_email.email", "emails"),
            Map.entry("crew_member.user_id", "crews"),
            Map.entry("passkey.user_id", "passkeys"),
            Map.entry("passkey_handle.user_id", "a random number without meaning elsewhere"),
            Map.entry("code_generator.user_id", "generators"),
            Map.entry("staff_entry.user_id", "computed from the history of the account"),
            Map.entry("factor_letter.user_id", "letters"),
            Map.entry("recovery_sheet.user_id", "recovery"),
            Map.entry("spring_session.principal_name", "sessions"),
            Map.entry("organisation_user.user_id", "organisations"),
            Map.entry("organisation.email", "organisations"),
            Map.entry("member.user_id", "memberships"),
            Map.entry("membership_fee.member_id", "fees"),
            Map.entry("membership.member_id", "memberships"),
            Map.entry("holding.member_id", "services"),
            Map.entry("reverse_name.member_id", "names"),
            Map.entry("delegation.member_id", "delegations"),
            Map.entry("join_request.user_id", "requests"),
            Map.entry("join_request.member_id", "requests"),
            Map.entry("join_request.email", "requests"),
            Map.entry("join_request.decided_by", OTHERS),
            Map.entry("closing_request.user_id", "closings"),
            Map.entry("closing_request.decided_by", OTHERS),
            Map.entry("departure_reason.member_id", "departures"),
            Map.entry("departure_reason.user_id", "departures"),
            Map.entry("departure_reason.noted_by", OTHERS),
            Map.entry("mail.user_id", "letters"),
            Map.entry("mail.recipient", "letters"),
            Map.entry("mail.actor_id", OTHERS),
            Map.entry("reminder.member_id", "reminders"),
            Map.entry("reminder.recipients", "letters"),
            Map.entry("link.user_id", "links"),
            Map.entry("link.email", "links"),
            Map.entry("link_request.email", GUESSES),
            Map.entry("login_failure.username", GUESSES),
            Map.entry("address_question.actor_id", "is about others; that a request was made may be secret"),
            Map.entry("association.email", "it is the association\u2019s"),
            Map.entry("history.actor_id", OTHERS),
            Map.entry("validation.actor_id", OTHERS),
            Map.entry("rehearsal.user_id", OTHERS),
            Map.entry("rehearsal.actor_id", OTHERS)));

    /** A user with both login factors. */
    private static RequestPostProcessor asOwner(String username) {
        return user(username).authorities(FactorGrantedAuthority.fromAuthority("FACTOR_WEBAUTHN"));
    }

    private String json(String username) throws Exception {
        return browser()
                .get()
                .uri("/me/data.json")
                .with(asOwner(username))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void everyPersonalColumnIsIncludedOrExempt() throws Exception {
        var found = db().fetch("""
                select c.conrelid::regclass || '.' || a.attname as name
                from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.confrelid in ('app_user'::regclass, 'member'::regclass)
                union
                select c.table_name || '.' || c.column_name
                from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                  and c.column_name in ('user_id', 'member_id', 'actor_id', 'username', 'principal_name', 'email', 'recipient', 'recipients')
                """).getValues("name", String.class);
        assertThat(found)
                .as("add a new column to PersonalData or a reason here")
                .containsExactlyInAnyOrderElementsOf(COLUMNS.keySet());

        var parts = new JsonMapper().readTree(json("alice"));
        COLUMNS.values().stream()
                .filter(part -> !part.contains(" "))
                .forEach(part -> assertThat(parts.has(part)).as(part).isTrue());
    }

    private void addAllKindsOfData(long user, long member, String mark) {
        given().email(user, 1, mark + "@example.net");
        long service = given().service(
                        cast().toulouse,
                        with(HOLDING.MEMBER_ID, member),
                        with(SERVICE.LABEL, mark + "-service"),
                        with(SERVICE.NOTES, mark + "-notes"));
        given().payment(service, with(PAYMENT.NOTE, mark + "-payment"));
        given().fee(member, with(MEMBERSHIP_FEE.NOTE, mark + "-fee"));
        db().insertInto(PASSKEY, PASSKEY.USER_ID, PASSKEY.NAME)
                .values(user, mark + "-key")
                .execute();
        long request = given().joinRequest(
                        mark + "-asked@example.org",
                        with(JOIN_REQUEST.USER_ID, user),
                        with(JOIN_REQUEST.MESSAGE, mark + "-message"),
                        with(JOIN_REQUEST.REPLY, mark + "-reply"),
                        with(JOIN_REQUEST.DECISION, "refused"),
                        with(JOIN_REQUEST.DECIDED_AT, Instant.now()),
                        with(JOIN_REQUEST.DECIDED_BY, cast().carol));
        db().insertInto(JOIN_REQUEST_CONSENT)
                .set(JOIN_REQUEST_CONSENT.REQUEST_ID, request)
                .set(JOIN_REQUEST_CONSENT.CONSENT_ID, given().consent("Oui", "Yes"))
                .set(JOIN_REQUEST_CONSENT.TEXT, mark + "-agreed")
                .execute();
        db().insertInto(CLOSING_REQUEST)
                .set(CLOSING_REQUEST.USER_ID, user)
                .set(CLOSING_REQUEST.MESSAGE, mark + "-closing")
                .set(CLOSING_REQUEST.DECIDED_BY, cast().carol)
                .set(CLOSING_REQUEST.ENDED_AT, Instant.now())
                .execute();
        given().lostMail(mark + "@example.net", with(MAIL.USER_ID, user), with(MAIL.SUBJECT, mark + "-subject"));
        db().insertInto(REMINDER)
                .set(REMINDER.MEMBER_ID, member)
                .set(REMINDER.ENDS_ON, LocalDate.of(2026, 1, 1))
                .set(REMINDER.DAYS, -7)
                .set(REMINDER.RECIPIENTS, mark + "@example.net, other-representative@example.org")
                .execute();
    }

    @Test
    void allDataOfTheUserAndNoneOfOthersIsIncluded() throws Exception {
        addAllKindsOfData(cast().alice, cast().aliceMember, "mine");
        addAllKindsOfData(cast().frank, given().membership(cast().frank), "franks");

        assertThat(json("alice"))
                .contains("alice@example.org", "mine@example.net", "mine-service", "mine-notes", "mine-payment")
                .contains("mine-fee", "mine-key", "mine-asked@example.org", "mine-message", "mine-reply")
                .contains("mine-agreed", "mine-closing", "mine-subject", "2026-01-01")
                .doesNotContain("franks", "frank@", "other-representative")
                .as("the author of the decision")
                .doesNotContainIgnoringCase("carol");
        assertThat(browser().get().uri("/me/data").with(asOwner("alice")))
                .hasStatusOk()
                .bodyText()
                .contains("mine-service", "mine-agreed", "mine-closing")
                .doesNotContain("franks", "Carol")
                .doesNotContainPattern("<dt>[a-z]+_[a-z_]+</dt>");
    }

    @Test
    void aRemovedAddressIsStillIncluded() throws Exception {
        given().email(cast().alice, 1, "former@example.net");
        db().deleteFrom(USER_EMAIL)
                .where(USER_EMAIL.EMAIL.eq("former@example.net"))
                .execute();

        assertThat(json("alice")).contains("former@example.net");
        assertThat(json("frank")).doesNotContain("former@example.net");
    }

    @Test
    void secretsAreNotIncluded() throws Exception {
        String hash = "{argon2}$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA";
        db().update(APP_USER)
                .set(APP_USER.PASSWORD, hash)
                .where(APP_USER.ID.eq(cast().alice))
                .execute();
        byte[] secret = "twenty bytes, secret".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        long generator = db().insertInto(CODE_GENERATOR)
                .set(CODE_GENERATOR.USER_ID, cast().alice)
                .returningResult(CODE_GENERATOR.ID)
                .fetchSingle()
                .value1();
        db().insertInto(CODE_GENERATOR_SECRET)
                .set(CODE_GENERATOR_SECRET.GENERATOR_ID, generator)
                .set(CODE_GENERATOR_SECRET.SECRET, secret)
                .set(CODE_GENERATOR_SECRET.LAST_STEP, 1L)
                .execute();
        db().insertInto(LINK)
                .set(LINK.PURPOSE, "password")
                .set(LINK.USER_ID, cast().alice)
                .set(LINK.EMAIL, "alice@example.org")
                .set(LINK.TOKEN, java.util.Arrays.copyOf(secret, 32))
                .set(LINK.EXPIRES_AT, Instant.now().plusSeconds(60))
                .execute();

        List<String> columns = new ArrayList<>();
        new JsonMapper()
                .readTree(json("alice"))
                .forEach(part -> part.forEach(row -> columns.addAll(row.propertyNames())));
        assertThat(columns).contains("purpose").doesNotContain("password", "token", "secret", "body_text", "digest");
        assertThat(json("alice")).doesNotContain("argon2", "twenty bytes", "dHdlbnR5IGJ5dGVz");
    }

    @Test
    void theFileNeedsALoginAndIsNamedByUser() {
        assertThat(browser().get().uri("/me/data.json").with(asOwner("alice")))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"jadhere-%s.json\"".formatted(cast().alice));
        assertThat(browser().get().uri("/me/data.json")).hasStatus(302);
    }
}
