package org.jadhere.people.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MAIL_HANDOVER;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.text.html.parser.ParserDelegator;
import org.jadhere.platform.site.Site;
import org.jadhere.support.ActTest;
import org.jadhere.support.Cast;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The letters, as crews see them; and what stands in each kind, whatever people are called. */
@ActTest
class StuckMailsTests {

    private static final String ODD = "Zoé \"l’Été\" <script>alert(1)</script> {0} & Cie\r\nBcc: all@example.org";

    @Autowired
    Outbox postbox;

    @Autowired
    MailRenderer scribe;

    @Autowired
    org.jadhere.people.association.Associations associations;

    @Autowired
    Site site;

    @BeforeEach
    void everyone() {
        Cast.in(given());
    }

    private Record letter(long id) {
        return db().fetchSingle(MAIL, MAIL.ID.eq(id));
    }

    private long inDoubt(String recipient) {
        long id = given().lostMail(recipient, with(MAIL.GIVEN_UP_AT, null));
        db().insertInto(MAIL_HANDOVER)
                .set(MAIL_HANDOVER.MAIL_ID, id)
                .set(MAIL_HANDOVER.AT, Instant.now().minusSeconds(180))
                .execute();
        return id;
    }

    @Test
    void whatIsStuckIsMarkedAndFoundAndCanBeDealtWith() {
        long lost = given().lostMail("lost@example.org", with(MAIL.BODY_TEXT, "canard-secret"));
        long doubtful = inDoubt("doubtful@example.org");
        given().lostMail("waiting@example.org", with(MAIL.GIVEN_UP_AT, null));

        assertThat(as("carol").get("/admin/mails"))
                .hasStatusOk()
                .bodyText()
                .contains("lost@", "doubtful@", "waiting@", "échec", "incertain", "à envoyer")
                .contains("spring.mail.host")
                .doesNotContain("canard-secret");
        assertThat(as("carol").get("/admin/mails?stuck=yes"))
                .bodyText()
                .contains("/admin/mails/" + lost + "/retry", "/admin/mails/" + doubtful + "/delivery")
                .doesNotContain("waiting@");
        assertThat(as("carol").get("/admin/"))
                .as("at the first page")
                .bodyText()
                .contains("lost@example.org");
    }

    @Test
    void aLetterIsSentAgainFromTheBeginning() {
        for (long id :
                new long[] {given().lostMail("a@example.org", with(MAIL.ATTEMPTS, 9)), inDoubt("b@example.org")}) {
            assertThat(as("carol").post("/admin/mails/" + id + "/retry")).hasStatus(302);

            assertThat(letter(id)).satisfies(again -> {
                assertThat(again.get(MAIL.GIVEN_UP_AT)).isNull();
                assertThat(again.get(MAIL.ATTEMPTS)).isZero();
                assertThat(again.get(MAIL.NEXT_TRY_AT)).isBeforeOrEqualTo(Instant.now());
                assertThat(again.get(MAIL.DECIDED_BY)).isEqualTo("carol");
                assertThat(again.get(MAIL.BODY_TEXT)).isNotNull();
            });
            assertThat(as("dave").post("/admin/mails/" + id + "/retry"))
                    .as("it is not stuck any more")
                    .hasStatus(404);
        }
        assertThat(db().fetchCount(MAIL_HANDOVER)).isZero();
    }

    @Test
    void oneThatArrivedOrNeedNotBeSentIsPutAwayAndLosesItsText() {
        long id = inDoubt("a@example.org");

        assertThat(as("carol").post("/admin/mails/" + id + "/delivery")).hasStatus(302);

        assertThat(letter(id).get(MAIL.SENT_AT)).isNotNull();
        assertThat(letter(id).get(MAIL.BODY_TEXT)).isNull();
        assertThat(as("carol").get("/admin/mails?stuck=yes")).bodyText().doesNotContain("a@example.org");
    }

    @Test
    void whatIsOnItsWayIsNotTouched() {
        long waiting = given().lostMail("a@example.org", with(MAIL.GIVEN_UP_AT, null));
        for (String act : List.of("again", "arrived")) {
            assertThat(as("carol").post("/admin/mails/" + waiting + "/" + act))
                    .as(act)
                    .hasStatus(404);
            assertThat(as("carol").post("/admin/mails/999999/" + act)).hasStatus(404);
        }
        assertThat(letter(waiting).get(MAIL.SENT_AT)).isNull();
    }

    @Test
    void othersThanCrewsHaveNoDesk() {
        long id = given().lostMail("a@example.org");
        for (String who : List.of("alice", "frank", "bob")) {
            for (String path : List.of("", "/preview", "/preview/join")) {
                assertThat(as(who).get("/admin/mails" + path)).as(who).hasStatus(403);
            }
            for (String act : List.of("/retry", "/delivery")) {
                assertThat(as(who).post("/admin/mails/" + id + act)).as(who).hasStatus(403);
            }
        }
        assertThat(letter(id).get(MAIL.DECIDED_BY)).isNull();
    }

    @Test
    void eachKindIsShownInBothLanguagesBeforeAnybodyGetsIt() {
        // French keeps its signs with their word, English has no space before them.
        var wrong = Map.of("fr", "<p[^>]*>[^<]*( [:;?!»][ <]|« )", "en", "<p[^>]*>[^<]*(\\h[:;?!][ <]|[«»])");
        for (String language : List.of("fr", "en")) {
            var page = as("carol").get("/admin/mails/preview?lang=" + language);
            assertThat(page).hasStatusOk().bodyText().doesNotContainPattern("\\{\\d}");
            for (NotificationKind kind : NotificationKind.values()) {
                assertThat(page).bodyText().contains("/admin/mails/preview/" + kind.word());
                assertThat(as("carol").get("/admin/mails/preview/" + kind.word() + "?lang=" + language))
                        .hasStatusOk()
                        .hasHeader("Content-Type", "text/html;charset=UTF-8")
                        .bodyText()
                        .contains("<html lang=\"" + language + "\">")
                        .doesNotContainPattern(wrong.getOrDefault(language, "never"))
                        .doesNotContainPattern("\\{\\d}");
            }
        }
        assertThat(as("carol").get("/admin/mails/preview/nothing")).hasStatus(404);
    }

    private Notification odd(NotificationKind kind, String language) {
        return new Notification(
                kind,
                new MailRecipient(null, ODD, "zoe@example.org", language),
                List.of(ODD, ODD),
                kind == NotificationKind.JOIN_REFUSED || kind == NotificationKind.CLOSING_DONE
                        ? ""
                        : "/x?a=1&b=\"><b>");
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void whateverPeopleAreCalledALetterIsWhole(NotificationKind kind) throws Exception {
        db().update(ASSOCIATION)
                .set(ASSOCIATION.NAME, ODD + "\u0001\u2028x")
                .set(ASSOCIATION.WEBSITE, "https://example.org/?\"><script>")
                .set(ASSOCIATION.EMAIL, "\"<script>@example.org")
                .execute();
        for (String language : List.of("fr", "en")) {
            var written = scribe.render(odd(kind, language));

            assertThat(written.subject())
                    .doesNotContainPattern("[\\p{Cntrl}\\v]")
                    .contains("Zoé");
            assertThat(written.html()).doesNotContain("<script", "<b>", "=\"\">");
            assertThat(mistakesIn(written.html())).as(written.html()).isEmpty();
            postbox.post(odd(kind, language));
        }
        assertThat(db().fetch(MAIL).getValues(MAIL.SUBJECT)).hasSize(2);
    }

    /** As Java\u2019s own parser of HTML sees it, which knows that of 1997: what is newer is not a mistake. */
    private static List<String> mistakesIn(String html) throws Exception {
        List<String> mistakes = new ArrayList<>();
        var callback = new javax.swing.text.html.HTMLEditorKit.ParserCallback() {
            @Override
            public void handleError(String mistake, int place) {
                if (mistake.startsWith("unmatched") || mistake.startsWith("end.") || mistake.contains("eof")) {
                    mistakes.add(mistake + " at " + place);
                }
            }
        };
        new ParserDelegator().parse(new StringReader(html), callback, true);
        return mistakes;
    }

    @Test
    void noNameBecomesAHeader(@TempDir Path folder) throws Exception {
        db().update(ASSOCIATION).set(ASSOCIATION.NAME, ODD).execute();
        long id = postbox.post(odd(NotificationKind.JOIN_REFUSED, "fr"));
        var outlet = new FolderTransport(folder, new AssociationMailSender("", "", associations, site));
        outlet.send(QueuedMail.of(letter(id)), () -> {});

        String message = Files.readString(folder.resolve("%06d.eml".formatted(id)), StandardCharsets.US_ASCII);
        String headers = message.substring(0, message.indexOf("\r\n\r\n"));
        assertThat(headers.lines())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("bcc"));
        var parsed = new jakarta.mail.internet.MimeMessage(
                null, Files.newInputStream(folder.resolve("%06d.eml".formatted(id))));
        assertThat(parsed.getAllRecipients()).hasSize(1);
        assertThat(parsed.getSubject()).contains("Zoé", "Bcc: all@example.org");
        assertThat(parsed.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(((jakarta.mail.Multipart) parsed.getContent()).getCount()).isEqualTo(2);
    }
}
