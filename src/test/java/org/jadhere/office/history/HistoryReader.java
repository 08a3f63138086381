package org.jadhere.office.history;

import static org.jadhere.platform.db.Pg.setLocally;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.support.Stage.as;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import org.assertj.core.api.Assertions;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Attributes changes to users and reads the pages of the history as plain text. */
record HistoryReader(MockMvcTester browser, DSLContext db) {

    /** Attributes the following changes to the user, as made through the web interface. */
    void acting(long user) {
        var name = db.select(APP_USER.FIRST_NAME.concat(" ").concat(APP_USER.LAST_NAME))
                .from(APP_USER)
                .where(APP_USER.ID.eq(user))
                .fetchSingle()
                .value1();
        acting(String.valueOf(user), name, "web");
    }

    void acting(@Nullable String user, String name, String door) {
        db.select(
                        setLocally("jadhere.actor_id", user),
                        setLocally("jadhere.actor", name),
                        setLocally("jadhere.door", door))
                .fetch();
    }

    void actingForTheBank(long user, String reason) {
        acting(user);
        db.select(setLocally("jadhere.bank_act", "on"), setLocally("jadhere.reason", reason))
                .fetch();
    }

    String page(String reader, String address) {
        var answer = browser.get()
                .uri(URI.create(address.replace(" ", "%20")))
                .with(as(reader))
                .exchange()
                .getResponse();
        Assertions.assertThat(answer.getStatus()).as(address).isEqualTo(200);
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of the list without markup. */
    String list(String reader, String question) {
        return words(page(reader, "/admin/history" + question));
    }

    static String words(String page) {
        int begin = page.indexOf("<div id=\"list\">");
        return page.substring(Math.max(begin, 0))
                .replaceAll("<[^>]*>", "")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[\\s\\p{Z}]+", " ");
    }
}
