package org.jadhere.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.queries;
import static org.jadhere.support.Stage.as;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jadhere.support.Crowd;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All lists: one query for the rows, keyset pages, orders, filters, and tolerance of invalid parameters. */
@PageTest
@WithCast
class ListTests {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern PREVIOUS = Pattern.compile("rel=\"prev\" href=\"([^\"]+)\"");
    private static final int ROWS = Crowd.ROWS;

    @BeforeEach
    void insertThreePagesOfEachList() {
        Crowd.arrives(db(), cast());
    }

    @ParameterizedTest
    @CsvSource({
        "users, name",
        "users, name-desc",
        "users, username",
        "users, username-desc",
        "organisations, name",
        "organisations, name-desc",
        "members, number",
        "members, number-desc",
        "members, name",
        "members, name-desc",
        "members, joined",
        "members, joined-desc",
        "fees, start",
        "fees, start-desc",
        "fees, end",
        "fees, end-desc",
        "fees, amount",
        "fees, amount-desc",
        "payments, start",
        "payments, start-desc",
        "payments, amount",
        "payments, amount-desc",
        "services, label",
        "services, label-desc",
        "services, start",
        "services, start-desc",
        "addresses, address",
        "addresses, address-desc",
        "addresses, from",
        "addresses, from-desc",
    })
    void eachRowIsShownOnceInBothDirections(String list, String sort) {
        String first = "/admin/" + list + "?sort=" + sort;
        var forward = follow(first, NEXT, list);
        var lastPage = forward.pages.getLast();
        var back = follow(lastPage, PREVIOUS, list);

        assertThat(forward.pages).hasSize(3);
        assertThat(forward.ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(ROWS);
        assertThat(back.pages).hasSize(3);
        assertThat(back.ids).containsExactlyInAnyOrderElementsOf(forward.ids);
    }

    private record Trip(List<String> pages, List<String> ids) {}

    private Trip follow(String address, Pattern link, String list) {
        var trip = new Trip(new ArrayList<>(), new ArrayList<>());
        String here = address;
        while (here != null && trip.pages.size() < 10) {
            String page = read(here);
            trip.pages.add(here);
            Pattern.compile("<th scope=\"row\"><a href=\"/admin/" + list + "/(\\d+)\"")
                    .matcher(page)
                    .results()
                    .forEach(row -> trip.ids.add(row.group(1)));
            var next = link.matcher(page);
            here = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return trip;
    }

    private String read(String address) {
        var answer = browser()
                .get()
                .uri(java.net.URI.create(address))
                .with(as("erin"))
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"users", "organisations", "members", "fees", "services", "payments", "addresses", "service-types"
            })
    void aListTakesOneQueryForTheUserAndOneForRows(String list) {
        queries().forget();

        read("/admin/" + list + "?q=1");

        assertThat(queries().heard().stream().filter(sql -> !isChoiceOfTypes(sql)))
                .hasSize(2);
    }

    /** The choices of the filter come from one short table. */
    private static boolean isChoiceOfTypes(String sql) {
        return sql.matches("select \"?service_type\"?.*from \"?service_type\"? (where true )?order by.*");
    }

    @ParameterizedTest
    @CsvSource({
        "users?q=eluard user-007, user-007",
        "users?q=ÉLUARD user-007, user-007",
        "users?q=user-007@example, user-007",
        "users?staff=yes, carol",
        "organisations?q=association 042, Association 042",
        "members?q=2, >2<",
        "services?q=LIGNE-042, ligne-042",
        "services?q=eluard, ligne-001",
        "payments?q=ligne-042, ligne-042",
        "addresses?q=192.0.2.42, ligne-042",
        "addresses?q=2001:DB8:43:0:1::9, ligne-043",
        "addresses?q=192.0.2.0/24, ligne-042",
        "fees?q=eluard&from=2025-02-01&to=2025-02-02, Éluard",
    })
    void searchIgnoresAccentsAndCase(String question, String found) {
        assertThat(read("/admin/" + question.replace(" ", "%20").replace("É", "%C3%89")))
                .contains(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "organisations", "members", "fees", "services", "payments", "addresses"})
    void aSearchWithoutResultsSaysWhatToDo(String list) {
        assertThat(read("/admin/" + list + "?q=nowherexyz")).contains("Rien ne correspond");
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "payments", "addresses"})
    void anEmptyListSaysWhatToDo(String list) {
        assertThat(browser().get().uri("/admin/" + list + "?sort=&lang=en").with(as("dave")))
                .hasStatus(200)
                .bodyText()
                .contains(" yet. ")
                .doesNotContain("Nothing matches");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services?sort=;drop",
                "services?after=x",
                "services?after=~",
                "services?after=%00~1",
                "services?type=abc",
                "services?type=99999999999999999999",
                "payments?from=31/12/2025",
                "payments?method=gold",
                "fees?after=32/13~5",
                "addresses?after=nonsense~7",
                "members?q=99999999999",
                "members?q=%25%25%25",
                "users?q=%5C%27%22%3Cb%3E",
                "addresses?q=::/0",
                "users?q=%F0%9F%A6%86"
            })
    void invalidParametersAreIgnored(String address) {
        assertThat(read("/admin/" + address)).doesNotContain("<b>");
    }

    @Test
    void anInvalidDateIsReportedNextToItsField() {
        assertThat(read("/admin/payments?from=31/12/2025"))
                .contains("«\u00a031/12/2025\u00a0» n’est pas une date", "from-error", "value=\"31/12/2025\"");
    }
}
