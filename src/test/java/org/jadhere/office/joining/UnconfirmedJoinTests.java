package org.jadhere.office.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.RuleViolationException;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a visitor types about anyone is in no history before it is confirmed, and there are limits to it. */
@ActTest
@WithCast
class UnconfirmedJoinTests extends JoinFixture {

    @Autowired
    JoinRequestBook book;

    private int lines() {
        return db().fetchCount(HISTORY, HISTORY.TABLE_NAME.eq("join_request"));
    }

    @Test
    void anUnconfirmedRequestHasNoHistory() {
        post("/join", but(zoe(), "email", "jamais-confirme@example.org"));
        joinMails.run();
        long id = only().get(JOIN_REQUEST.ID);

        assertThat(as("carol").get("/admin/requests/" + id)).hasStatus(404);
        assertThat(as("carol").get("/admin/history/export?kind=join-request&id=" + id))
                .bodyText()
                .doesNotContain("Lefèvre", "jamais-confirme", "rue du Gué");
        db().update(JOIN_REQUEST)
                .set(JOIN_REQUEST.ASKED_AT, Instant.now().minus(Duration.ofDays(8)))
                .execute();
        joinMails.run();

        assertThat(db().fetchCount(JOIN_REQUEST)).isZero();
        assertThat(lines()).isZero();
    }

    @Test
    void theHistoryBeginsWithTheConfirmation() {
        post("/join", zoe());
        post(linkFor("zoe@example.org"), Map.of());

        assertThat(lines()).isOne();
        var line = db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("join_request"));
        assertThat(line.get(HISTORY.ACTION)).isEqualTo("insert");
        assertThat(line.get(HISTORY.AFTER).data()).contains("zoe@example.org").doesNotContain("came_from", "127.0.0.1");
        assertThat(as("carol").get("/admin/history?kind=join-request&id=" + only().get(JOIN_REQUEST.ID)))
                .hasStatusOk();
    }

    @Test
    void limitsHoldAtOnceAndForANetwork() throws Exception {
        var applicant = new Applicant("", "Zoé", "Lefèvre", "zoe@example.org", "", "", "fr", "");
        long in = 0;
        try (var threads = Executors.newFixedThreadPool(15)) {
            var attempts = IntStream.range(0, 15)
                    .mapToObj(number -> (Callable<Boolean>) () -> submit(applicant, "2001:db8:1:1::" + number))
                    .toList();
            for (var answer : threads.invokeAll(attempts)) {
                in += answer.get() ? 1 : 0;
            }
        }

        assertThat(in).isEqualTo(JoinRequestBook.MAX_PER_ADDRESS);
        assertThat(db().fetchCount(JOIN_REQUEST)).isEqualTo(JoinRequestBook.MAX_PER_ADDRESS);
    }

    private boolean submit(Applicant applicant, String address) {
        try {
            var submission = new JoinRequestBook.Submission(null, applicant, java.util.List.of(), java.util.List.of());
            book.submit(
                    submission,
                    IpPrefix.parse(address),
                    java.util.UUID.randomUUID().toString());
            return true;
        } catch (RuleViolationException tooMany) {
            return false;
        }
    }
}
