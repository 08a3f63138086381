package org.jadhere.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jadhere.browser.Browser.fitsTheScreen;
import static org.jadhere.browser.Browser.isAccessible;
import static org.jadhere.browser.Browser.login;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jadhere.support.Cast;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A visitor becomes a member, with a real mail server, a real browser and a virtual passkey. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JoinJourneyTests {

    private static final String CAROLS_PASSWORD = "quatre vaches roses";
    private static final String ZOES_PASSWORD = "sept lézards paresseux";
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+(/\\S+)");

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Browser browser = new Browser();
    private LiveServer server;

    @BeforeAll
    void start() {
        mailServer.start();
        server = LiveServer.start(
                TestDatabase.fresh(),
                Map.of(
                        "spring.mail.host",
                        "127.0.0.1",
                        "spring.mail.port",
                        mailServer.getSmtp().getPort()));
        var cast = Cast.in(server.given());
        var db = server.db();
        db.update(APP_USER)
                .set(APP_USER.PASSWORD, server.bean(PasswordEncoder.class).encode(CAROLS_PASSWORD))
                .where(APP_USER.ID.eq(cast.carol))
                .execute();
        db.update(SERVICE_TYPE)
                .set(SERVICE_TYPE.OFFERED, true)
                .where(SERVICE_TYPE.ID.eq(cast.toulouse))
                .execute();
        db.update(ASSOCIATION)
                .set(ASSOCIATION.NAME, "Le Réseau d’Ici")
                .set(ASSOCIATION.BANK_HOLDER, "Le Réseau d’Ici")
                .set(ASSOCIATION.IBAN, "FR7630006000011234567890189")
                .execute();
        server.given().consent("J’accepte les statuts.", "I accept the statutes.");
    }

    @AfterAll
    void stop() {
        browser.close();
        server.close();
        mailServer.stop();
    }

    /** Waits for a recipient's mail number {@code count} and returns the path of its link, which is in both parts. */
    private String linkInMail(int count, String recipient, String subject) {
        await().atMost(60, SECONDS).until(() -> mailsTo(recipient).size() == count);
        var mail = mailsTo(recipient).getLast();
        try {
            assertThat(mail.getSubject()).isEqualTo(subject);
            assertThat(mail.getFrom()[0].toString()).contains("no-reply@localhost");
            String text = part(mail, 0);
            var address = ADDRESS.matcher(text);
            assertThat(address.find()).as(text).isTrue();
            assertThat(part(mail, 1)).contains(address.group()).contains("<h1");
            return address.group(1);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The crew receives mails of its own. */
    private List<MimeMessage> mailsTo(String recipient) {
        return Stream.of(mailServer.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getRecipients(Message.RecipientType.TO)[0]
                                .toString()
                                .equals(recipient);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static String part(MimeMessage mail, int number) throws MessagingException, IOException {
        return ((MimeMultipart) mail.getContent())
                .getBodyPart(number)
                .getContent()
                .toString();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    private static void checked(Page page) {
        isAccessible(page);
        fitsTheScreen(page);
    }

    @Test
    void aVisitorJoinsAndSeesWhatToPay() {
        Page zoe = browser.open(server, 360, ColorScheme.DARK);
        zoe.navigate("/login");
        follow(zoe, "Pas encore de compte ? Demander à adhérer");
        checked(zoe);
        asks(zoe);
        confirms(zoe);

        Page carol = browser.open(server, 1440, ColorScheme.LIGHT);
        accepts(carol);

        choosesPassword(zoe);
        seesWhatToPay(zoe);
        addsPasskey(zoe);
        assertThat(mailServer.getReceivedMessages())
                .as("each mail once")
                .extracting(JoinJourneyTests::name)
                .doesNotHaveDuplicates();
    }

    private static String name(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void asks(Page zoe) {
        press(zoe, "Envoyer la demande");
        assertThat(zoe.getByText("Sans cet accord, l’adhésion n’est pas possible."))
                .isVisible();
        checked(zoe);
        zoe.getByLabel("Prénom").fill("Zoé");
        zoe.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("L’Écuyer");
        zoe.getByLabel("Courriel").fill("zoe@example.org");
        zoe.getByLabel("Adresse").fill("3 rue du Pont\n31000 Toulouse");
        zoe.getByLabel("Toulouse").check();
        zoe.getByLabel("J’accepte les statuts.").check();
        press(zoe, "Envoyer la demande");
        assertThat(zoe.getByText("Un courriel est en route")).isVisible();
        checked(zoe);
    }

    private void confirms(Page zoe) {
        zoe.navigate(linkInMail(1, "zoe@example.org", "Le Réseau d’Ici : confirmez votre demande d’adhésion"));
        checked(zoe);
        press(zoe, "Oui, je confirme");
        assertThat(zoe.getByText("votre demande est confirmée")).isVisible();
    }

    private static void accepts(Page carol) {
        login(carol, "carol", CAROLS_PASSWORD);
        follow(carol, "Zoé L’Écuyer");
        checked(carol);
        assertThat(carol.getByText("J’accepte les statuts.").first()).isVisible();
        carol.getByLabel("Montant").fill("20");
        carol.getByLabel("Mot de bienvenue").fill("Bienvenue parmi nous !");
        press(carol, "Accepter la demande");
        assertThat(carol.getByText("La demande est acceptée")).isVisible();
        assertThat(carol.getByText("20,00").first()).isVisible();
    }

    private void choosesPassword(Page zoe) {
        zoe.navigate(linkInMail(2, "zoe@example.org", "Le Réseau d’Ici : bienvenue, votre demande est acceptée"));
        checked(zoe);
        zoe.getByLabel("Nouveau mot de passe").fill(ZOES_PASSWORD);
        zoe.getByLabel("Le nouveau, encore une fois").fill(ZOES_PASSWORD);
        press(zoe, "Enregistrer et entrer");
    }

    private static void seesWhatToPay(Page zoe) {
        assertThat(zoe).hasURL(Pattern.compile("/me(\\?.*)?$"));
        assertThat(zoe.getByText("20,00").first()).isVisible();
        assertThat(zoe.getByText("FR76", new Page.GetByTextOptions().setExact(false))
                        .first())
                .isVisible();
        assertThat(zoe.locator("svg.qr").first()).isVisible();
        checked(zoe);
    }

    /** Adds a passkey and logs in again with it. */
    private static void addsPasskey(Page zoe) {
        SecurityKey.in(zoe);
        zoe.navigate("/me/security/passkeys/new");
        if (zoe.url().contains("/me/confirm")) {
            zoe.getByLabel("Mot de passe").fill(ZOES_PASSWORD);
            zoe.getByRole(AriaRole.BUTTON).getByText("Confirmer").first().click();
        }
        zoe.getByLabel("Nom de la clé").fill("téléphone");
        press(zoe, "Créer la clé");
        assertThat(zoe.getByText("La clé d’accès est ajoutée.")).isVisible();
        press(zoe, "Se déconnecter");
        assertThat(zoe).hasURL(Pattern.compile("/me$")); // the suggested passkey is used at once
        assertThat(zoe.getByText("20,00").first()).isVisible();
    }

    @Test
    void theFormIsInTheLanguageOfTheVisitor() {
        Page reader = browser.open(server, 1440, ColorScheme.LIGHT);
        reader.navigate("/join?lang=en");
        assertThat(Stream.of("Ask to join", "I accept the statutes.")).allSatisfy(text -> {
            assertThat(reader.getByText(text).first()).isVisible();
        });
        checked(reader);
    }
}
