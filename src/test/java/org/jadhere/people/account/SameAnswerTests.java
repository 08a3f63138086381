package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.LINK_REQUEST;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Scene.queries;
import static org.jadhere.support.Stage.csrf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jadhere.support.ActTest;
import org.jadhere.support.Cast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests by e-mail address get the same answer, with the same queries, for known and unknown addresses. */
@ActTest
class SameAnswerTests {

    private static final String KNOWN = "alice@example.org";
    private static final String UNKNOWN = "unknown@example.org";

    @BeforeEach
    void aliceHasAnAccount() {
        Cast.in(given());
        db().update(ASSOCIATION).set(ASSOCIATION.LOGIN_BY_LINK, true).execute();
    }

    /** The visible parts of a response, and the statements that it took. */
    private record Answer(int status, Map<String, List<Object>> headers, String body, List<String> statements) {}

    private Answer ask(String path, String email) {
        queries().forget();
        var answer = browser()
                .post()
                .uri(path)
                .param("email", email)
                .param("last-name", "Martin")
                .with(csrf())
                .exchange()
                .getResponse();
        Map<String, List<Object>> headers = new TreeMap<>();
        answer.getHeaderNames().stream()
                .filter(name -> !List.of("Set-Cookie", "Date").contains(name))
                .forEach(name -> headers.put(name, answer.getHeaderValues(name)));
        try {
            return new Answer(
                    answer.getStatus(),
                    headers,
                    answer.getContentAsString(),
                    queries().heard());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertSameAnswer(String path) {
        ask(path, "first@example.org"); // executes what is done only once
        var known = ask(path, KNOWN);
        var unknown = ask(path, UNKNOWN);

        assertThat(known.status()).isEqualTo(302);
        assertThat(known.headers()).containsKey("Location");
        assertThat(known.statements()).isNotEmpty();
        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void passwordRequestsGetTheSameAnswer() {
        assertSameAnswer("/login/forgotten");
        assertThat(db().fetchCount(LINK_REQUEST)).isEqualTo(3);
    }

    @Test
    void loginLinkRequestsGetTheSameAnswer() {
        assertSameAnswer("/login/link");
    }

    @Test
    void joinRequestsGetTheSameAnswer() {
        assertSameAnswer("/join");
        assertThat(db().fetchCount(JOIN_REQUEST)).isEqualTo(3);
    }

    @Test
    void theRequestItselfWritesNoMail() {
        for (String path : List.of("/login/forgotten", "/login/link", "/join")) {
            ask(path, KNOWN);
            ask(path, UNKNOWN);
        }

        assertThat(db().fetchCount(MAIL)).isZero();
    }
}
