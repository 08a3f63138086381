package org.jadhere.office.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Scene.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jadhere.support.PageTest;
import org.jadhere.support.Stage;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of the history: pages, filters, number of queries, the panel on other pages and the export. */
@PageTest
@WithCast
class HistoryListTests {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern PREVIOUS = Pattern.compile("rel=\"prev\" href=\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("la personne morale (Association \\d+)</a>");

    @SuppressWarnings("NullAway.Init")
    private HistoryReader history;

    @BeforeEach
    void moreThanTwoPages() {
        history = new HistoryReader(browser(), db());
        db().execute("insert into organisation (name) select 'Association ' || i from generate_series(1, 120) i");
    }

    @Test
    void everyEntryIsOnOnePageInBothDirections() {
        var forth = walk("/admin/history?kind=organisation", NEXT);
        var back = walk(forth.pages.getLast(), PREVIOUS);

        assertThat(forth.pages).hasSize(3);
        assertThat(forth.names).hasSize(120).doesNotHaveDuplicates().startsWith("Association 120");
        assertThat(back.pages).hasSize(3);
        assertThat(back.names).containsExactlyInAnyOrderElementsOf(forth.names);
    }

    private record Walk(List<String> pages, List<String> names) {}

    private Walk walk(String address, Pattern link) {
        var walk = new Walk(new ArrayList<>(), new ArrayList<>());
        String here = address;
        while (here != null && walk.pages.size() < 10) {
            String page = history.page("erin", here);
            walk.pages.add(here);
            NAME.matcher(page).results().forEach(found -> walk.names.add(found.group(1)));
            var next = link.matcher(page);
            here = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return walk;
    }

    @Test
    void aGroupSplitByPagesSaysSo() {
        assertThat(history.list("erin", "?kind=organisation")).contains("a ajouté 50 personnes morales sur cette page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?q=martin",
                "?kind=payment",
                "?kind=user&id=1",
                "?kind=service&id=1",
                "?action=update",
                "?from=2020-01-01"
            })
    void aPageTakesAtMostThreeQueries(String question) {
        given().payment(given().service(cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember)));
        queries().forget();

        history.page("carol", "/admin/history" + question);

        assertThat(queries().heard())
                .as("the current user, the rows, the names")
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void deletedRowsTakeOneMoreQuery() {
        db().execute("delete from crew where id in (%d, %d)".formatted(cast().bankCrew, cast().bankCrew));
        db().execute("delete from organisation");
        queries().forget();

        assertThat(history.list("erin", "?kind=crew-member")).contains("la place dans l’équipage bank (Bob Martin)");
        assertThat(queries().heard()).hasSize(4);
    }

    @Test
    void bothDatesAreIncludedInParisTime() {
        var now = Objects.requireNonNull(
                        db().fetchValue("select to_char(now() at time zone 'Europe/Paris', 'YYYY-MM-DD')"))
                .toString();

        assertThat(history.list("erin", "?from=%s&to=%s".formatted(now, now))).contains("Association 120");
        assertThat(history.list("erin", "?to=2020-01-01")).contains("Rien ne correspond");
        assertThat(history.list("erin", "?from=2999-01-01")).contains("Rien ne correspond");
    }

    @Test
    void anAuthorIsFoundByPartOfTheName() {
        db().update(APP_USER)
                .set(APP_USER.LAST_NAME, "Béart")
                .where(APP_USER.ID.eq(cast().carol))
                .execute();
        history.acting(cast().carol);
        db().update(APP_USER)
                .set(APP_USER.PHONE, "05 61")
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        assertThat(history.list("erin", "?q=beart")).contains("Carol Béart a modifié le compte Alice Martin");
        assertThat(history.list("erin", "?actor=" + cast().carol))
                .contains("Téléphone")
                .doesNotContain("Association");
        assertThat(history.page("erin", "/admin/history?actor=" + cast().carol))
                .contains("name=\"actor\" type=\"text\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?kind=nonsense&id=x",
                "?id=99999999999999999999",
                "?actor=%27",
                "?from=%2B999999999-12-31&to=-999999999-01-01",
                "?to=%2B999999999-12-31",
                "?from=31/12/2025",
                "?after=x~1",
                "?after=~",
                "?action=drop",
                "?q=%25%00"
            })
    void invalidParametersAreIgnored(String question) {
        assertThat(browser()
                        .get()
                        .uri(java.net.URI.create("/admin/history" + question))
                        .with(Stage.as("erin")))
                .hasStatus(200);
    }

    @Test
    void pagesOfRowsLinkToTheirHistory() {
        long service = given().service(cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember));
        long payment = given().payment(service);

        assertThat(history.page("carol", "/admin/payments/" + payment))
                .contains("hx-get=\"/admin/history?kind=payment&amp;id=" + payment + "\"")
                .contains("<a href=\"/admin/history?kind=payment&amp;id=" + payment + "\">Lire l’historique</a>");
        assertThat(history.page("carol", "/admin/services/" + service)).contains("kind=service&amp;id=" + service);
        assertThat(history.page("carol", "/admin/members/" + cast().aliceMember))
                .contains("kind=member&amp;id=");
        assertThat(history.page("carol", "/admin/users/" + cast().frank)).contains("kind=user&amp;id=");
        assertThat(history.page("carol", "/admin/service-types/" + cast().toulouse))
                .contains("kind=service-type&amp;id=");
    }

    @Test
    void theExportEscapesFormulas() {
        history.acting(null, "=cmd|' /C calc'!A0", "web");
        db().execute("update app_user set phone = '+33 5 61', address = '-1', first_name = '@x' where id = "
                + cast().alice);

        String sheet = history.page("erin", "/admin/history/export?kind=user&id=" + cast().alice);

        assertThat(sheet)
                .startsWith("\uFEFFQuand,Qui,Par,Action,Nature,Numéro interne,Quoi,Champ,Avant,Après,Motif\r\n")
                .contains(",'=cmd|' /C calc'!A0,web,a modifié,Compte," + cast().alice + ",le compte Alice Martin,")
                .contains("Téléphone,,'+33 5 61,", "Adresse postale,,'-1,", "Prénom,Alice,'@x,")
                .doesNotContain(",=", ",+", ",-", ",@")
                .containsPattern("\r\n\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+0\\d:00,");
    }

    @Test
    void theExportHasAllPagesOfTheFilter() {
        db().execute("insert into organisation (name) select 'Club ' || i from generate_series(1, 1100) i");

        String sheet = history.page("erin", "/admin/history/export?kind=organisation");

        assertThat(sheet.lines()
                        .filter(line -> line.contains("personne morale Club"))
                        .distinct())
                .hasSize(1100);
        assertThat(sheet.lines().filter(line -> line.contains("personne morale Association")))
                .hasSize(120);
        assertThat(history.page("erin", "/admin/history?kind=organisation&q=x"))
                .doesNotContain("/admin/history/export");
        assertThat(history.page("erin", "/admin/history?kind=organisation&from=2020-01-01"))
                .contains("/admin/history/export?kind=organisation&amp;from=2020-01-01");
    }
}
