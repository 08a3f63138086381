package org.jadhere.network.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ADDRESS_QUESTION;
import static org.jadhere.platform.db.Tables.ADDRESS_QUESTION_BREAK;
import static org.jadhere.platform.db.Tables.ERASURE;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.RETENTION;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jadhere.platform.audit.Author;
import org.jadhere.support.ActTest;
import org.jadhere.support.Cast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The setting that erases old allocations: its preview, the daily job and the report. */
@ActTest
class ErasureTests {

    private static final String RECORDS = "/admin/who-had/records";
    private static final Map<String, String> A_YEAR = Map.of("months", "12", "was.months", "");
    private static final Map<String, String> A_YEAR_CONFIRMED =
            Map.of("months", "12", "was.months", "", "confirmed", "12");

    @Autowired
    Eraser eraser;

    @Autowired
    ErasureJob job;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private long service;

    @BeforeEach
    void aliceHeldSomeAddresses() {
        var cast = Cast.in(given());
        service = given().service(
                        cast.toulouse, with(HOLDING.MEMBER_ID, cast.aliceMember), with(SERVICE.LABEL, "maison"));
        ended("192.0.2.7", 500);
        ended("192.0.2.8", 400);
        ended("192.0.2.9", 300);
        given().allocation(service, "192.0.2.10", with(IP_ALLOCATION.HELD_FROM, daysAgo(900)));
    }

    private Instant daysAgo(int days) {
        return now.minus(days, ChronoUnit.DAYS);
    }

    private void ended(String address, int days) {
        given().allocation(
                        service,
                        address,
                        with(IP_ALLOCATION.HELD_FROM, daysAgo(days + 100)),
                        with(IP_ALLOCATION.HELD_UNTIL, daysAgo(days)));
    }

    private MvcTestResult ask(String address, int days) {
        return as("erin")
                .post(
                        "/admin/who-had",
                        Map.of("address", address, "at", daysAgo(days).toString(), "reason", "réquisition"));
    }

    private void runTheJob() {
        Author.program().act(() -> {
            job.run();
            return true;
        });
    }

    @Test
    void nothingIsErasedWithoutASetting() {
        runTheJob();

        assertThat(db().fetchCount(IP_ALLOCATION)).isEqualTo(4);
        assertThat(db().fetchCount(ERASURE)).isZero();
        assertThat(as("erin").get(RECORDS))
                .hasStatus(200)
                .bodyText()
                .contains("L34-1 II bis 3°", "2021-1362", "L39-3", "rien n’est effacé", "Rien n’a encore été effacé");
    }

    @Test
    void theSettingHasAPreview() {
        assertThat(as("erin").post(RECORDS, A_YEAR))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "Ce qui serait effacé maintenant",
                        "Garder 12 mois",
                        "name=\"was.months\"",
                        "name=\"confirmed\"")
                .containsPattern("Attributions</dt>\\s*<dd[^>]*>2<")
                .containsPattern("Lignes de l’historique</dt>\\s*<dd[^>]*>2<");
        assertThat(db().fetchCount(RETENTION)).as("nothing is set yet").isZero();
        assertThat(as("erin").post(RECORDS, Map.of("months", "6", "was.months", "", "confirmed", "12")))
                .as("another number than in the preview")
                .hasStatus(200)
                .bodyText()
                .contains("Garder 6 mois", "Moins de 12 mois");
        assertThat(as("erin").post(RECORDS, A_YEAR_CONFIRMED)).hasStatus(302);
        assertThat(db().fetchCount(RETENTION)).isOne();
        assertThat(db().fetchCount(IP_ALLOCATION)).as("the daily job erases").isEqualTo(4);
        assertThat(as("erin").post(RECORDS, Map.of("months", "13", "was.months", "12")))
                .as("a longer period needs no confirmation")
                .hasStatus(302);
    }

    @Test
    void theJobErasesWhatThePreviewShows() {
        as("erin").post(RECORDS, A_YEAR_CONFIRMED);
        var expired = eraser.expired();
        var younger = db().selectFrom(IP_ALLOCATION)
                .where(IP_ALLOCATION.ID.gt(2L))
                .orderBy(IP_ALLOCATION.ID)
                .fetch();

        runTheJob();

        assertThat(db().fetchSingle(ERASURE)).satisfies(row -> {
            assertThat(row.get(ERASURE.ALLOCATIONS))
                    .isEqualTo(expired.allocations())
                    .isEqualTo(2);
            assertThat(row.get(ERASURE.LINES)).isEqualTo(expired.lines()).isEqualTo(2);
            assertThat(row.get(ERASURE.DOOR)).isEqualTo("program");
        });
        assertThat(expired.oldest()).isEqualTo(daysAgo(500));
        assertThat(expired.newest()).isEqualTo(daysAgo(400));
        assertThat(db().selectFrom(IP_ALLOCATION).orderBy(IP_ALLOCATION.ID).fetch())
                .isEqualTo(younger);
        assertThat(db().selectFrom(HISTORY).fetch().formatCSV())
                .doesNotContainPattern("192\\.0\\.2\\.[78]\\b")
                .contains("192.0.2.9", "192.0.2.10");
        assertThat(as("erin").get(RECORDS)).bodyText().contains("Jadhere").doesNotContain("192.0.2.");
        assertThat(eraser.expired().allocations()).isZero();
        runTheJob();
        assertThat(db().fetchCount(ERASURE))
                .as("no empty erasures are recorded")
                .isOne();
    }

    @Test
    void whoHadAnswersThatErasedDataAreNotKept() {
        assertThat(ask("192.0.2.7", 550)).bodyText().contains("Alice");
        as("erin").post(RECORDS, A_YEAR_CONFIRMED);
        assertThat(ask("192.0.2.7", 550)).bodyText().contains("plus conservé").doesNotContain("Alice");
        runTheJob();
        assertThat(as("erin").post(RECORDS, Map.of("months", "24", "was.months", "12")))
                .hasStatus(302);
        assertThat(ask("192.0.2.7", 550)).bodyText().contains("plus conservé");
        assertThat(as("erin").post(RECORDS, Map.of("months", "", "was.months", "24")))
                .hasStatus(302);

        for (String address : new String[] {"192.0.2.7", "192.0.2.8", "192.0.2.10", "192.0.2.200"}) {
            assertThat(ask(address, 450))
                    .as(address)
                    .bodyText()
                    .contains("plus conservé")
                    .doesNotContain("Alice");
        }
        assertThat(ask("192.0.2.10", 200))
                .as("the allocation has not ended")
                .bodyText()
                .contains("Alice");
        assertThat(ask("192.0.2.9", 310)).bodyText().contains("Alice");
        assertThat(db().fetchCount(ADDRESS_QUESTION, ADDRESS_QUESTION.ANSWER.eq("not_kept")))
                .isEqualTo(6);
        assertThat(db().fetchCount(ADDRESS_QUESTION_BREAK))
                .as("the journal is whole")
                .isZero();
    }

    @Test
    void onlyAdministratorsChangeTheSetting() {
        for (String username : new String[] {"alice", "bob", "carol", "dave", "frank"}) {
            assertThat(as(username).get(RECORDS)).hasStatus(403);
            assertThat(as(username).post(RECORDS, A_YEAR_CONFIRMED)).hasStatus(403);
            assertThat(as(username).post(RECORDS, A_YEAR)).hasStatus(403);
        }
        assertThat(db().fetchCount(RETENTION)).isZero();
    }
}
