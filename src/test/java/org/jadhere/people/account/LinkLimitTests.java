package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.LINK_REQUEST;
import static org.jadhere.support.Scene.db;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.RuleViolationException;
import org.jadhere.support.ActTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The limits of requests for links hold for requests at once, and for a network of IPv6 addresses. */
@ActTest
class LinkLimitTests {

    @Autowired
    LinkRequests requests;

    private boolean ask(String email, String address) {
        try {
            requests.add(LinkPurpose.PASSWORD, email, IpPrefix.parse(address));
            return true;
        } catch (RuleViolationException tooMany) {
            return false;
        }
    }

    @Test
    void thirtyAtOnceFromOneNetwork() throws Exception {
        long accepted = 0;
        try (var threads = Executors.newFixedThreadPool(30)) {
            var attempts = IntStream.range(0, 30)
                    .mapToObj(number ->
                            (Callable<Boolean>) () -> ask("a" + number + "@example.org", "2001:db8:1:1::" + number))
                    .toList();
            for (var answer : threads.invokeAll(attempts)) {
                accepted += answer.get() ? 1 : 0;
            }
        }

        assertThat(accepted).isEqualTo(LinkRequests.PER_ADDRESS);
        assertThat(db().fetchCount(LINK_REQUEST)).isEqualTo(LinkRequests.PER_ADDRESS);
    }

    @Test
    void theTableHasALimit() {
        long accepted = IntStream.range(0, LinkRequests.IN_ALL + 10)
                .filter(number -> ask("a@example.org", "10.%d.%d.1".formatted(number / 250, number % 250)))
                .count();

        assertThat(accepted).isEqualTo(LinkRequests.IN_ALL);
    }
}
