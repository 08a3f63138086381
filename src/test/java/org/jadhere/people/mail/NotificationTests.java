package org.jadhere.people.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.text.html.parser.ParserDelegator;
import org.jadhere.platform.site.Site;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The mails of each notification kind, in both languages, with any name. */
@ActTest
@WithCast
class NotificationTests {

    private static final String SPECIAL = "Zoé \"l’Été\" <script>alert(1)</script> {0} & Cie\r\nBcc: all@example.org";

    @Autowired
    Outbox outbox;

    @Autowired
    MailRenderer renderer;

    @Autowired
    org.jadhere.people.association.Associations associations;

    @Autowired
    Site site;

    @Test
    void eachKindHasAPreviewInBothLanguages() {
        // French has a no-break space before punctuation, English none.
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

    private Notification special(NotificationKind kind, String language) {
        return new Notification(
                kind,
                new MailRecipient(null, SPECIAL, "zoe@example.org", language),
                List.of(SPECIAL, SPECIAL),
                kind == NotificationKind.JOIN_REFUSED || kind == NotificationKind.CLOSING_DONE
                        ? ""
                        : "/x?a=1&b=\"><b>");
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void specialCharactersAreEscaped(NotificationKind kind) throws Exception {
        db().update(ASSOCIATION)
                .set(ASSOCIATION.NAME, SPECIAL + "\u0001\u2028x")
                .set(ASSOCIATION.WEBSITE, "https://example.org/?\"><script>")
                .set(ASSOCIATION.EMAIL, "\"<script>@example.org")
                .execute();
        for (String language : List.of("fr", "en")) {
            var mail = renderer.render(special(kind, language));

            assertThat(mail.subject()).doesNotContainPattern("[\\p{Cntrl}\\v]").contains("Zoé");
            assertThat(mail.html()).doesNotContain("<script", "<b>", "=\"\">");
            assertThat(parseErrors(mail.html())).as(mail.html()).isEmpty();
            outbox.post(special(kind, language));
        }
        assertThat(db().fetch(MAIL).getValues(MAIL.SUBJECT)).hasSize(2);
    }

    /** The errors that the JDK's HTML parser reports. It knows HTML 3.2, so that newer elements are not counted. */
    private static List<String> parseErrors(String html) throws Exception {
        List<String> errors = new ArrayList<>();
        var callback = new javax.swing.text.html.HTMLEditorKit.ParserCallback() {
            @Override
            public void handleError(String error, int place) {
                if (error.startsWith("unmatched") || error.startsWith("end.") || error.contains("eof")) {
                    errors.add(error + " at " + place);
                }
            }
        };
        new ParserDelegator().parse(new StringReader(html), callback, true);
        return errors;
    }

    @Test
    void aNameNeverAddsAHeader(@TempDir Path folder) throws Exception {
        db().update(ASSOCIATION).set(ASSOCIATION.NAME, SPECIAL).execute();
        long id = outbox.post(special(NotificationKind.JOIN_REFUSED, "fr"));
        var transport = new FolderTransport(folder, new AssociationMailSender("", "", associations, site));
        transport.send(QueuedMail.of(db().fetchSingle(MAIL, MAIL.ID.eq(id))), () -> {});

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
