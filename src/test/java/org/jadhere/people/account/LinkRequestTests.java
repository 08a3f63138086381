package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.people.factors.Owner.location;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.LINK_REQUEST;
import static org.jadhere.platform.db.Tables.MAIL;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jadhere.people.factors.Owner;
import org.jadhere.support.Mailbox;
import org.jadhere.support.Visitor;
import org.junit.jupiter.api.Test;

/** Requests for a link by mail: which addresses get one, how often, and what the page reveals. */
class LinkRequestTests extends LinkTestBase {

    @Test
    void aClosedAccountGetsNoLink() {
        String path = passwordLink();
        db.update(APP_USER)
                .set(APP_USER.ACTIVE, false)
                .where(APP_USER.ID.eq(ida.id))
                .execute();

        assertThat(location(ask("/login/forgotten", mailbox.address()))).contains("done=link-asked");

        assertThat(mailbox.kinds()).hasSize(1);
        isInvalid(path);
    }

    @Test
    void aSecondaryAddressGetsTheMail() {
        var second = new Mailbox(db, "second-" + mailbox.address());
        server.given().email(ida.id, 1, second.address());

        ask("/login/forgotten", second.address());

        assertThat(mailbox.kinds()).isEmpty();
        assertThat(visitor.get(second.path()).body()).contains(ida.name);
    }

    @Test
    void accountsWithOneAddressGetAMailEach() {
        var henri = new Owner(server);
        server.given().email(henri.id, 1, mailbox.address());

        ask("/login/forgotten", mailbox.address());

        assertThat(mailbox.texts().stream()
                        .map(Mailbox::path)
                        .map(path -> visitor.get(path).body()))
                .hasSize(2)
                .anySatisfy(page -> assertThat(page).contains(ida.name))
                .anySatisfy(page -> assertThat(page).contains(henri.name));
    }

    @Test
    void aMailboxGetsThreeMailsAnHour() {
        for (int time = 0; time < 4; time++) {
            String typed = time % 2 == 0 ? mailbox.address() : mailbox.address().toUpperCase(Locale.ROOT);
            assertThat(location(ask("/login/forgotten", typed))).contains("done=link-asked");
        }

        assertThat(mailbox.kinds()).hasSize(LinkRequests.PER_MAILBOX);
        assertThat(visitor.get(mailbox.path()).statusCode())
                .as("the last link works")
                .isEqualTo(200);
        db.update(LINK_REQUEST)
                .set(LINK_REQUEST.AT, Instant.now().minusSeconds(3601))
                .execute();
        ask("/login/forgotten", mailbox.address());
        assertThat(mailbox.kinds()).hasSize(LinkRequests.PER_MAILBOX + 1);
    }

    @Test
    void tooManyRequestsGetTheSameAnswerForAll() {
        for (int time = 0; time < LinkRequests.PER_ADDRESS; time++) {
            visitor.post("/login/forgotten", "/login/forgotten", Map.of("email", "unknown" + time + "@example.org"));
        }
        for (String email : List.of(mailbox.address(), "unknown@example.org")) {
            var refused = ask("/login/forgotten", email);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("email-error", "réessayez dans une heure");
        }
        assertThat(location(Visitor.from(server, "127.0.0.7")
                        .post("/login/forgotten", "/login/forgotten", Map.of("email", mailbox.address()))))
                .as("from another IP address")
                .contains("done=link-asked");
    }

    @Test
    void invalidAddressesAreReportedAtTheField() {
        for (String invalid : List.of("", "ida", "ida@", "a b@example.org", "é".repeat(10_000), "\0")) {
            var answer = ask("/login/forgotten", invalid);
            assertThat(answer.statusCode()).as(invalid).isEqualTo(422);
            assertThat(answer.body()).contains("email-error");
        }
        for (String valid : List.of(" " + mailbox.address().replace("ida", "IDA") + " ", "zoé@exämple.org", "a\0b@c")) {
            assertThat(location(ask("/login/forgotten", valid))).as(valid).contains("done=link-asked");
        }
        assertThat(mailbox.kinds()).containsExactly("password");
        assertThat(db.fetchCount(MAIL, MAIL.RECIPIENT.eq("zoé@exämple.org"))).isZero();
    }
}
