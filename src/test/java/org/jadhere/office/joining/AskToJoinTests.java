package org.jadhere.office.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_CONSENT;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_SERVICE;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** A visitor fills in the form to join, as a person or for an organisation. */
@ActTest
@WithCast
class AskToJoinTests extends JoinFixture {

    @Test
    void anOrganisationAsksToJoin() {
        var fields = but(but(zoe(), "kind", "organisation"), "organisation", "Le Hublot");
        post("/join", fields);
        post(linkFor("zoe@example.org"), Map.of());

        assertThat(as("carol").get("/admin/requests")).bodyText().contains("Le Hublot");
    }

    @Test
    void anOrganisationNeedsItsName() {
        assertThat(post("/join", but(but(zoe(), "kind", "organisation"), "organisation", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("organisation-error");
    }

    @Test
    void aPersonHasNoNameOfAnOrganisation() {
        post("/join", but(but(zoe(), "organisation", "Oubliée"), "email", "other@example.org"));
        assertThat(db().fetchSingle(JOIN_REQUEST, JOIN_REQUEST.EMAIL.eq("other@example.org"))
                        .get(JOIN_REQUEST.ORGANISATION_NAME))
                .as("the hidden field is ignored for a person")
                .isEmpty();
    }

    @Test
    void errorsAreShownAtTheirFields() {
        Map<String, String> wrong = Map.of(
                "last-name", " ",
                "email", "zoe",
                "phone", "0".repeat(201),
                "message", "é".repeat(5001),
                "address", "x".repeat(2001));
        wrong.forEach((name, value) -> assertThat(post("/join", but(zoe(), name, value)))
                .as(name)
                .hasStatus(422)
                .bodyText()
                .contains(name + "-error", "value=\"Zoé\""));
        assertThat(db().fetchCount(JOIN_REQUEST)).isZero();
    }

    @Test
    void unusualAddressesCauseNoServerError() {
        for (String odd : List.of(
                "a\u00a0b@example.org",
                "a\u2003b@example.org",
                "a\u0001b@example.org",
                "é@exämple.org",
                "<a@b>",
                "a@b")) {
            assertThat(post("/join", but(zoe(), "email", odd)).getResponse().getStatus())
                    .as(odd)
                    .isIn(302, 422);
        }
        joinMails.run();
    }

    @Test
    void aFilledHoneypotFieldStoresNothing() {
        var person = post("/join", zoe()).getResponse();
        var program = post("/join", but(but(zoe(), "website", "https://spam.example"), "last-name", ""))
                .getResponse();

        assertThat(program.getStatus()).isEqualTo(person.getStatus());
        assertThat(program.getRedirectedUrl()).isEqualTo(person.getRedirectedUrl());
        assertThat(db().fetchCount(JOIN_REQUEST)).isOne();
    }

    @Test
    void aFormSentTwiceAddsOneRequest() {
        var fields = but(zoe(), "once", UUID.randomUUID().toString());
        post("/join", fields);
        assertThat(post("/join", fields)).hasRedirectedUrl("/join/asked?done=join-letter");
        joinMails.run();
        joinMails.run();

        assertThat(db().fetchCount(JOIN_REQUEST)).isOne();
        assertThat(db().fetchCount(JOIN_REQUEST_CONSENT)).isOne();
        assertThat(mailbox("zoe@example.org").kinds()).containsExactly("join");
    }

    @Test
    void onlyOfferedTypesCanBeRequested() {
        assertThat(get("/join")).bodyText().contains("type-" + cast().toulouse).doesNotContain("VPN");

        post("/join", but(but(zoe(), "type-" + cast().vpn, "yes"), "type-999999", "yes"));

        assertThat(db().fetchSingle(JOIN_REQUEST_SERVICE).get(JOIN_REQUEST_SERVICE.TYPE_ID))
                .isEqualTo(cast().toulouse);
    }

    @Test
    void anAddressMaySendTenRequestsAnHour() {
        for (int time = 0; time < JoinRequestBook.MAX_PER_ADDRESS; time++) {
            assertThat(post("/join", but(zoe(), "email", "zoe" + time + "@example.org")))
                    .hasStatus(302);
        }
        assertThat(post("/join", zoe())).hasStatus(422).bodyText().contains("réessayez dans une heure");
        assertThat(as("alice").post("/join", zoe())).hasStatus(422).bodyText().contains("réessayez dans une heure");

        db().update(JOIN_REQUEST)
                .set(JOIN_REQUEST.ASKED_AT, Instant.now().minusSeconds(3601))
                .execute();
        assertThat(post("/join", zoe())).hasStatus(302);
    }

    @Test
    void aLoggedInUserNeedsNoConfirmation() {
        assertThat(as("frank").get("/join"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Frank\"", "frank@example.org")
                .doesNotContain("name=\"email\"");
        var fields = but(but(zoe(), "kind", "organisation"), "organisation", "Le Hublot");

        assertThat(as("frank").post("/join", fields)).hasRedirectedUrl("/me?done=join-asked");
        joinMails.run();

        assertThat(db().fetchCount(MAIL)).isZero();
        assertThat(only()).satisfies(request -> {
            assertThat(request.get(JOIN_REQUEST.USER_ID)).isEqualTo(cast().frank);
            assertThat(request.get(JOIN_REQUEST.EMAIL))
                    .as("the address of the account")
                    .isEqualTo("frank@example.org");
            assertThat(request.get(JOIN_REQUEST.CONFIRMED_AT)).isNotNull();
        });
        assertThat(as("carol").get("/admin/requests")).bodyText().contains("Le Hublot");
    }

    @Test
    void aUserWithoutAddressTypesOne() {
        db().deleteFrom(USER_EMAIL).where(USER_EMAIL.USER_ID.eq(cast().frank)).execute();

        assertThat(as("frank").get("/join")).bodyText().contains("name=\"email\"");
        assertThat(as("frank").post("/join", but(zoe(), "email", ""))).hasStatus(422);
        assertThat(as("frank").post("/join", zoe())).hasStatus(302);
    }
}
