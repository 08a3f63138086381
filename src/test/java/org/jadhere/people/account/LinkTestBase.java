package org.jadhere.people.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jadhere.people.factors.Owner.location;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.LINK_REQUEST;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jadhere.people.factors.Owner;
import org.jadhere.support.LiveServer;
import org.jadhere.support.Mailbox;
import org.jadhere.support.Visitor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new user, Ida, with a mailbox and a browser, who asks the shared server for links by mail. */
abstract class LinkTestBase {

    static final String NEW = "quatre canards verts";

    final LiveServer server = LiveServer.shared();
    final DSLContext db = server.db();
    final Owner ida = new Owner(server);
    final Mailbox mailbox = new Mailbox(db, ida.name + "@example.org");
    final Visitor visitor = Visitor.of(server);

    @BeforeEach
    void deleteLinkRequests() {
        db.deleteFrom(LINK_REQUEST).execute();
    }

    @AfterEach
    void forbidLoginByLink() {
        allowLoginByLink(false);
    }

    final void allowLoginByLink(boolean allowed) {
        db.update(ASSOCIATION).set(ASSOCIATION.LOGIN_BY_LINK, allowed).execute();
    }

    /** Asks for a link, and waits until the background job has written the mail. */
    final HttpResponse<String> ask(String page, String email) {
        var answer = visitor.post(page, page, Map.of("email", email));
        await().atMost(60, SECONDS).until(() -> !db.fetchExists(LINK_REQUEST, LINK_REQUEST.HANDLED_AT.isNull()));
        return answer;
    }

    final String passwordLink() {
        assertThat(location(ask("/login/forgotten", mailbox.address()))).contains("done=link-asked");
        return mailbox.path();
    }

    final String loginLink() {
        allowLoginByLink(true);
        assertThat(location(ask("/login/link", mailbox.address()))).contains("done=link-asked");
        return mailbox.path();
    }

    final HttpResponse<String> choose(Visitor browser, String path, String password) {
        return browser.post(path, path, Map.of("password", password, "again", password));
    }

    /** Any browser gets 404 for the link, and cannot use it. */
    final void isInvalid(String path) {
        var stranger = Visitor.of(server);
        var page = stranger.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(404);
        assertThat(page.body()).contains("Ce lien ne sert plus");
        assertThat(stranger.post("/login", path, Map.of("password", NEW, "again", NEW))
                        .statusCode())
                .isEqualTo(404);
    }

    final String secretOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns how many of eight concurrent attempts log in. */
    static long atOnce(Callable<Optional<?>> attempt) throws Exception {
        long in = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(Collections.nCopies(8, attempt))) {
                in += answer.get().isPresent() ? 1 : 0;
            }
        }
        return in;
    }
}
