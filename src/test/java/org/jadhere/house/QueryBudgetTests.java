package org.jadhere.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Scene.queries;
import static org.jadhere.support.Stage.as;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jadhere.support.Crowd;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits the queries and the bytes of each page, and checks that its queries use an index. No time is measured. */
@PageTest
@WithCast
class QueryBudgetTests {

    private long service;

    @BeforeEach
    void insertThreePagesOfEachList() {
        Crowd.arrives(db(), cast());
        service = given().service(cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember));
        given().payment(service);
        given().allocation(service, "198.51.100.7");
    }

    /**
     * User, page, most queries, most kilobytes of HTML before compression. A commit that raises a budget says why; see
     * docs/performance.md.
     */
    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "erin, /admin/users, 2, 32",
        "erin, /admin/organisations, 2, 24",
        "erin, /admin/members, 2, 32",
        "erin, /admin/members?q=eluard, 2, 32",
        "erin, /admin/fees, 2, 40",
        "erin, /admin/services, 3, 36",
        "carol, /admin/services, 3, 35",
        "erin, /admin/payments, 3, 48",
        "bob, /admin/payments?validated=no, 3, 47",
        "erin, /admin/addresses, 3, 40",
        "erin, /admin/service-types, 2, 9",
        "erin, /admin/history, 3, 38",
        "erin, /admin/who-had, 1, 10",
        "erin, /admin/services/SERVICE, 8, 20",
        "carol, /admin/services/SERVICE, 6, 18",
        "erin, /admin/members/MEMBER, 10, 13",
        "erin, /admin/users/USER, 5, 10",
        "erin, /admin/, 14, 15",
        "alice, /me, 9, 7",
        "visitor, /login, 0, 5",
    })
    void aPageKeepsItsBudget(String user, String page, int mostQueries, int mostKilobytes) throws Exception {
        queries().forget();

        int bytes = read(user, page).getBytes(StandardCharsets.UTF_8).length;

        assertThat(queries().heard()).as("queries of " + page).hasSizeLessThanOrEqualTo(mostQueries);
        assertThat(bytes).as("bytes of " + page).isLessThanOrEqualTo(mostKilobytes * 1024);
    }

    /** The plan has neither a sort nor a scan: both are disabled, so that PostgreSQL uses them only without an index. */
    @ParameterizedTest
    @CsvSource({
        "users, name name-desc username username-desc",
        "organisations, name name-desc",
        "members, number number-desc name name-desc joined joined-desc",
        "fees, start start-desc end end-desc amount amount-desc",
        "payments, start start-desc amount amount-desc",
        "services, label label-desc start start-desc",
        "addresses, address address-desc from from-desc",
        "history, at",
    })
    void aListComesFromAnIndexInEachOfItsOrders(String list, String orders) throws Exception {
        for (String order : orders.split(" ")) {
            assertThat(plans("erin", "/admin/" + list + "?sort=" + order))
                    .as(list + " by " + order)
                    .allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan", "\"Node Type\": \"Sort\""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "erin, users?q=eluard",
        "erin, members?q=eluard",
        "erin, members?q=2",
        "erin, services?q=ligne-042",
        "erin, payments?q=ligne-042",
        "erin, payments?validated=no",
        "erin, payments?method=cash",
        "erin, fees?validated=no",
        "erin, fees?q=eluard",
        "erin, addresses?q=192.0.2.42",
        "erin, organisations?q=association",
        "erin, history?kind=payment",
        "carol, services",
        "carol, payments",
        "carol, addresses",
        "bob, payments?validated=no",
    })
    void whatIsLookedForIsFoundByAnIndex(String user, String query) throws Exception {
        assertThat(plans(user, "/admin/" + query))
                .allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan"));
    }

    /** Only the paged queries: a page may read small tables whole for its filter. */
    private List<String> plans(String user, String page) throws Exception {
        queries().forget();
        read(user, page);
        db().execute("set local enable_seqscan = off; set local enable_sort = off");
        return queries().asked().stream()
                .filter(sql -> sql.contains("fetch next"))
                .map(sql -> db().fetchSingle("explain (format json) " + sql).get(0) + "")
                .toList();
    }

    private String read(String user, String page) throws UnsupportedEncodingException {
        String address = page.replace("SERVICE", service + "")
                .replace("MEMBER", cast().aliceMember + "")
                .replace("USER", cast().frank + "");
        var request = browser().get().uri(URI.create(address));
        var answer = (user.equals("visitor") ? request : request.with(as(user)))
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString();
    }
}
