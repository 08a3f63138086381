package org.jadhere.money.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jadhere.platform.db.Money;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The receipt of a validated fee or payment, a tagged PDF. */
@PageTest
@WithCast
class ReceiptTests {

    private long fee;
    private long service;
    private long payment;

    @BeforeEach
    void aliceHasPaid() {
        db().update(APP_USER)
                .set(APP_USER.FIRST_NAME, "Zoé")
                .set(APP_USER.LAST_NAME, "L’Œuvre")
                .set(APP_USER.ADDRESS, "3 rue de l’Église\n31000 Toulouse")
                .where(APP_USER.ID.eq(cast().alice))
                .execute();
        db().update(ASSOCIATION)
                .set(ASSOCIATION.NAME, "Réseau de l’Été")
                .set(ASSOCIATION.ADDRESS, "1 place du Château")
                .set(ASSOCIATION.REGISTRATION, "RNA W313000000")
                .set(ASSOCIATION.EMAIL, "contact@example.org")
                .execute();
        fee = given().fee(
                        cast().aliceMember,
                        with(MEMBERSHIP_FEE.AMOUNT, Money.parse("1234.5")),
                        with(MEMBERSHIP_FEE.PAID_ON, LocalDate.of(2025, 1, 17)),
                        with(MEMBERSHIP_FEE.VALIDATED, true));
        service = given().service(
                        cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "abo-alice"));
        payment = given().payment(
                        service, with(PAYMENT.ENDS_ON, LocalDate.of(2025, 4, 1)), with(PAYMENT.VALIDATED, true));
    }

    private static PDDocument read(MvcTestResult answer) throws IOException {
        assertThat(answer).hasStatus(200).hasContentType("application/pdf");
        return Loader.loadPDF(answer.getResponse().getContentAsByteArray());
    }

    private String text(String username, String path) throws IOException {
        try (var pdf = read(as(username).get(path))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private String ofFee() {
        return "/me/fees/" + fee + "/receipt.pdf";
    }

    @Test
    void ofAFeeNamesPayerAmountAssociationAndPeriod() throws IOException {
        assertThat(text("alice", ofFee()))
                .contains("Reçu de cotisation C-%06d".formatted(fee), "1\u202f234,50\u00a0€")
                .contains("Zoé L’Œuvre", "n°\u00a01", "3 rue de l’Église", "31000 Toulouse")
                .contains("Réseau de l’Été", "1 place du Château", "RNA W313000000", "contact@example.org")
                .contains("du 1er janv. 2025 au 31 déc. 2025", "17 janv. 2025", "Virement", "reçu fiscal");
    }

    @Test
    void ofAPaymentNamesTheServiceAndTheTotalSoFar() throws IOException {
        assertThat(text("alice", "/me/payments/" + payment + "/receipt.pdf"))
                .contains("Reçu de paiement P-%06d".formatted(payment), "Toulouse, abo-alice")
                .contains("28,00\u00a0€ par mois", "Virement permanent", "84,00\u00a0€ en 3 fois");
    }

    @Test
    void isInTheLanguageOfTheUser() throws IOException {
        assertThat(text("alice", ofFee() + "?lang=en"))
                .contains("Receipt for a membership fee", "€1,234.50", "member no. 1", "17 Jan 2025");
    }

    @Test
    void hasAFileName() {
        assertThat(as("alice").get(ofFee()))
                .hasHeader("Content-Disposition", "inline; filename=\"recu-C-%06d.pdf\"".formatted(fee));
    }

    @Test
    void isAccessibleToScreenReaders() throws IOException {
        try (var pdf = read(as("alice").get(ofFee()))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("fr");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Reçu de cotisation C-%06d".formatted(fee));
            assertThat(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("Reçu de cotisation C-%06d".formatted(fee))
                    .containsPattern("pdfuaid:part>1<|pdfuaid:part=\"1\"");
            var tags = tags(catalog.getStructureTreeRoot());
            assertThat(tags).contains("H1", "H2", "P", "Table", "TR", "TH", "TD");
            assertThat(tags.stream().filter(tag -> tag.startsWith("H")))
                    .as("ISO 14289-1, 7.4.2: the first heading is the highest")
                    .startsWith("H1");
        }
    }

    private static List<String> tags(PDStructureNode node) {
        var tags = new ArrayList<String>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStandardStructureType());
                tags.addAll(tags(element));
            }
        }
        return tags;
    }

    @Test
    void embedsItsFontsWithUnicodeMaps() throws IOException {
        try (var pdf = read(as("alice").get(ofFee()))) {
            var resources = pdf.getPage(0).getResources();
            assertThat(resources.getFontNames()).isNotEmpty();
            for (COSName name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getCOSObject().containsKey(COSName.TO_UNICODE)).isTrue();
            }
        }
    }

    @Test
    void isNotFoundByOtherUsers() {
        assertThat(as("frank").get(ofFee())).hasStatus(404);
        assertThat(as("erin").get(ofFee()))
                .as("administrators use the address below /admin")
                .hasStatus(404);
        assertThat(as("frank").get("/me/payments/" + payment + "/receipt.pdf")).hasStatus(404);
        assertThat(as("alice").get("/admin/fees/" + fee + "/receipt.pdf")).hasStatus(403);
        assertThat(as("dave").get("/admin/payments/" + payment + "/receipt.pdf"))
                .as("not of his crew")
                .hasStatus(404);
    }

    @Test
    void theCrewOfTheServiceReadsIt() throws IOException {
        assertThat(text("carol", "/admin/payments/" + payment + "/receipt.pdf")).contains("3 rue de l’Église");
    }

    @Test
    void theBankReadsItWithoutThePostalAddress() throws IOException {
        assertThat(text("bob", "/admin/fees/" + fee + "/receipt.pdf"))
                .contains("Zoé L’Œuvre")
                .doesNotContain("3 rue de l’Église");
    }

    @Test
    void aUserReadsReceiptsOfTheirOrganisation() throws IOException {
        long hublot = given().organisation("Le Hublot", with(ORGANISATION.ADDRESS, "9 quai du Port"));
        long its = given().fee(given().membershipOfOrganisation(hublot), with(MEMBERSHIP_FEE.VALIDATED, true));
        String path = "/me/fees/" + its + "/receipt.pdf";
        assertThat(as("frank").get(path)).hasStatus(404);

        given().acts(cast().frank, hublot);
        assertThat(text("frank", path)).contains("Le Hublot", "9 quai du Port");
    }

    @Test
    void needsAValidatedAmountAboveZero() {
        long announced = given().fee(cast().aliceMember);
        long free = given().payment(service, with(PAYMENT.METHOD, "free"), with(PAYMENT.VALIDATED, true));
        long nothing = given().payment(service, with(PAYMENT.AMOUNT, Money.ZERO), with(PAYMENT.VALIDATED, true));

        assertThat(as("alice").get("/me/fees/" + announced + "/receipt.pdf")).hasStatus(404);
        assertThat(as("bob").get("/admin/fees/" + announced + "/receipt.pdf")).hasStatus(404);
        assertThat(as("alice").get("/me/payments/" + free + "/receipt.pdf")).hasStatus(404);
        assertThat(as("alice").get("/me/payments/" + nothing + "/receipt.pdf")).hasStatus(404);
    }

    @Test
    void namesMayHaveAnyCharacters() throws IOException {
        db().update(APP_USER)
                .set(APP_USER.LAST_NAME, "<b>\u0001&amp; \"Ὀδυσσεύς\" Жуковский 😀")
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        assertThat(text("alice", ofFee())).contains("<b>&amp; \"Ὀδυσσεύς\" Жуковский");
    }
}
