package org.jadhere.browser;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.support.Given.with;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.web.Texts;
import org.jadhere.support.Cast;
import org.jadhere.support.Given;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A server with the cast, 60 services and some open work, and a browser. */
final class WorkingAssociation implements AutoCloseable {

    static final String PASSWORD = "trois canards bleus";

    final LiveServer server = LiveServer.start(TestDatabase.fresh());
    final Browser browser = new Browser();
    final Given given = server.given();
    final Cast cast = Cast.in(given);
    final LocalDate today = LocalDate.now(Texts.PARIS);

    /** The service of Alice, with an address and a current payment. */
    final long aliceService;

    /** A service without a member. */
    final long prepared;

    WorkingAssociation() {
        server.db()
                .update(SERVICE_TYPE)
                .set(SERVICE_TYPE.USUAL_AMOUNT, Money.parse("28"))
                .set(SERVICE_TYPE.USUAL_MONTHS, (short) 1)
                .execute();
        server.db()
                .update(ASSOCIATION)
                .set(ASSOCIATION.BANK_HOLDER, "Réseau")
                .set(ASSOCIATION.IBAN, "FR7630006000011234567890189")
                .execute();
        aliceService = given.service(
                cast.toulouse, with(SERVICE.LABEL, "abo-alice"), with(HOLDING.MEMBER_ID, cast.aliceMember));
        prepared = given.service(cast.toulouse, with(SERVICE.LABEL, "abo-libre"), with(SERVICE.STARTS_ON, null));
        given.prefix("192.0.2.0/24", with(PREFIX.PART_LENGTH, (short) 32));
        given.allocation(aliceService, "192.0.2.7");
        given.payment(aliceService, with(PAYMENT.STARTS_ON, today));
        given.fee(
                cast.aliceMember,
                with(MEMBERSHIP_FEE.VALIDATED, true),
                with(MEMBERSHIP_FEE.STARTS_ON, today.minusMonths(2)),
                with(MEMBERSHIP_FEE.ENDS_ON, today.plusMonths(10)));
        given.joinRequest("zoe@example.org");
        for (int number = 1; number <= 60; number++) {
            long service = given.service(
                    cast.toulouse,
                    with(SERVICE.LABEL, "ligne-%03d".formatted(number)),
                    with(HOLDING.MEMBER_ID, cast.aliceMember));
            given.payment(service);
        }
        server.db()
                .update(APP_USER)
                .set(APP_USER.PASSWORD, server.bean(PasswordEncoder.class).encode(PASSWORD))
                .execute();
    }

    /** Opens a page on a screen of this width and logs the user in. */
    Page open(String user, int width) {
        Page page = browser.open(server, width, ColorScheme.LIGHT);
        Browser.login(page, user, PASSWORD);
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
