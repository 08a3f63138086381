package org.jadhere.browser;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.CLOSING_REQUEST;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.support.Given.with;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.jadhere.support.Cast;
import org.jadhere.support.Given;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A server with the cast, rows of nearly every kind and 120 services, and a browser. */
final class FullAssociation implements AutoCloseable {

    static final String PASSWORD = "trois canards bleus";
    static final int DESKTOP = 1280;
    static final int PHONE = 360;

    final LiveServer server = LiveServer.start(TestDatabase.fresh());
    final Browser browser = new Browser();

    FullAssociation() {
        Given given = server.given();
        var cast = Cast.in(given);
        long aliceService = given.service(
                cast.toulouse, with(HOLDING.MEMBER_ID, cast.aliceMember), with(SERVICE.LABEL, "abo-alice"));
        given.payment(aliceService);
        given.fee(cast.aliceMember);
        given.fee(cast.aliceMember, with(MEMBERSHIP_FEE.VALIDATED, true));
        server.db()
                .update(ASSOCIATION)
                .set(ASSOCIATION.BANK_HOLDER, "Réseau")
                .set(ASSOCIATION.IBAN, "FR7630006000011234567890189")
                .set(ASSOCIATION.BIC, "AGRIFRPP")
                .execute();
        given.prefix("192.0.2.0/24");
        given.prefix("192.0.2.16/28");
        given.allocation(aliceService, "192.0.2.7");
        given.service(cast.vpn, with(SERVICE.LABEL, "vpn-de-dave"));
        insertRequests(given, cast);
        for (int number = 1; number <= 120; number++) {
            given.service(cast.toulouse, with(SERVICE.LABEL, "ligne-%03d".formatted(number)));
        }
        server.db()
                .update(APP_USER)
                .set(APP_USER.PASSWORD, server.bean(PasswordEncoder.class).encode(PASSWORD))
                .execute();
    }

    private void insertRequests(Given given, Cast cast) {
        server.db()
                .update(SERVICE_TYPE)
                .set(SERVICE_TYPE.OFFERED, true)
                .where(SERVICE_TYPE.ID.eq(cast.toulouse))
                .execute();
        given.consent("J’accepte la charte.", "I accept the charter.");
        given.joinRequest("zoe@example.org");
        given.lostMail("zoe@example.org");
        given.email(cast.erin, 1, "erin.in.the.other.association@example.org");
        server.db()
                .insertInto(CLOSING_REQUEST, CLOSING_REQUEST.USER_ID, CLOSING_REQUEST.MESSAGE)
                .values(cast.frank, "Je déménage.")
                .execute();
    }

    Page open(int width, ColorScheme scheme) {
        return browser.open(server, width, scheme);
    }

    /** Opens a page and logs the user in. */
    Page open(int width, ColorScheme scheme, String user) {
        Page page = open(width, scheme);
        Browser.login(page, user, PASSWORD);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
