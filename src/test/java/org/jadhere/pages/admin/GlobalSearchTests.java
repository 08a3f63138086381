package org.jadhere.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.given;

import org.assertj.core.api.AbstractStringAssert;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search finds rows by a few letters and offers the actions that the user may take. */
@PageTest
@WithCast
class GlobalSearchTests {

    private long service;

    @BeforeEach
    void aServiceWithAnAddress() {
        service = given().service(
                        cast().toulouse, with(SERVICE.LABEL, "abo-alice"), with(HOLDING.MEMBER_ID, cast().aliceMember));
        given().allocation(service, "192.0.2.7");
    }

    private AbstractStringAssert<?> found(String username, String typed) {
        return assertThat(as(username).get("/admin/find?q={q}", typed)).bodyText();
    }

    @Test
    void servicesAreFoundByAddressAndNumber() {
        found("carol", "192.0.2.7").contains("href=\"/admin/services/" + service + "\"");
        found("carol", "#" + service).contains("href=\"/admin/services/" + service + "\"");
        found("dave", "192.0.2.7").doesNotContain("abo-alice");
        found("dave", "#" + service).doesNotContain("abo-alice");
    }

    @Test
    void resultsLinkToPermittedActs() {
        String page = "/admin/services/" + service;
        found("carol", "abo-alice").contains(page + "#amount", page + "#member");
        found("bob", "abo-alice").contains(page + "#amount").doesNotContain(page + "#member");
        found("carol", "martin").contains("/admin/members/" + cast().aliceMember + "#amount");
    }

    @Test
    void quickActionsNeedTheRightToTheirPage() {
        found("bob", "VALIDER paiements").contains("/admin/payments/validation");
        found("carol", "valider").doesNotContain("/validation");
        found("carol", "compte nouveau").contains("/admin/users/new");
        found("bob", "nouveau compte").doesNotContain("/admin/users/new");
        found("erin", "préparer").contains("/admin/services/new");
        found("carol", "préparer").doesNotContain("/admin/services/new");
    }

    @Test
    void theWhoHadLinkNeedsItsPermission() {
        found("erin", "192.0.2.7").contains("/admin/who-had?address=192.0.2.7");
        found("carol", "192.0.2.7").doesNotContain("/admin/who-had");
        found("erin", "abo").doesNotContain("/admin/who-had?");
    }
}
