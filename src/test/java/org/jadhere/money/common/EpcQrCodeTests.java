package org.jadhere.money.common;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jadhere.people.association.Association;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.web.QrCode;
import org.junit.jupiter.api.Test;

/** The text of the QR code that banking apps read, field by field as EPC069-12 defines it. */
class EpcQrCodeTests {

    private static final int SCALE = 4;
    private static final Pattern STROKE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1");
    private static final PaymentReference REFERENCE = new PaymentReference(123);
    private static final Association.Bank BANK =
            new Association.Bank("Réseau de l’Été", "FR7630006000011234567890189", "AGRIFRPP");

    private static List<String> lines(Association.Bank bank, String amount) {
        return List.of(
                new EpcQrCode(bank, Money.parse(amount), REFERENCE).text().split("\n", -1));
    }

    @Test
    void hasTheFieldsInOrderAndTheReferenceLast() {
        assertThat(lines(BANK, "20"))
                .containsExactly(
                        "BCD",
                        "002",
                        "1",
                        "SCT",
                        "AGRIFRPP",
                        "Réseau de l’Été",
                        "FR7630006000011234567890189",
                        "EUR20.00",
                        "",
                        REFERENCE.text());
    }

    @Test
    void theAmountHasTwoDecimalsAndAPoint() {
        assertThat(lines(BANK, "0.01")).contains("EUR0.01");
        assertThat(lines(BANK, "12.5")).contains("EUR12.50");
        assertThat(lines(BANK, "1234")).contains("EUR1234.00");
    }

    @Test
    void withoutAnAmountItsLineIsEmpty() {
        assertThat(new EpcQrCode(BANK, null, REFERENCE).text()).endsWith("\n\n\n" + REFERENCE.text());
    }

    @Test
    void theBicMayBeLeftOut() {
        var bank = new Association.Bank("Été", BANK.iban(), "");
        assertThat(lines(bank, "20").subList(3, 7)).containsExactly("SCT", "", "Été", BANK.iban());
    }

    @Test
    void theNameIsOneLineOfAtMost70Characters() {
        var bank = new Association.Bank("Réseau\nde  l’Été " + "é".repeat(70), BANK.iban(), "");
        assertThat(lines(bank, "20").get(5)).startsWith("Réseau de l’Été é").hasSize(70);
    }

    @Test
    void anAmountOfZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EpcQrCode(BANK, Money.ZERO, REFERENCE));
    }

    @Test
    void anAccountWithoutIbanIsRefused() {
        var unknown = new Association.Bank("", "", "");
        assertThatIllegalArgumentException().isThrownBy(() -> new EpcQrCode(unknown, null, REFERENCE));
    }

    @Test
    void theLongestTextFitsTheAllowedVersion() {
        var bank = new Association.Bank("é".repeat(70), "MT84MALT011000012345MTLCAST001S", "AGRIFRPPXXX");
        var payment = new EpcQrCode(bank, Money.parse("99999999.99"), new PaymentReference(Integer.MAX_VALUE));

        assertThat(payment.text().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(331);
        assertThat(QrCode.of(payment.text()).version()).isLessThanOrEqualTo(13);
    }

    @Test
    void aQrCodeReaderReadsTheSameText() throws ReaderException {
        String text = new EpcQrCode(BANK, Money.parse("28.5"), REFERENCE).text();

        assertThat(read(QrCode.of(text))).isEqualTo(text);
    }

    private static String read(QrCode code) throws ReaderException {
        int side = code.size() * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        STROKE.matcher(code.path()).results().forEach(stroke -> {
            int x = Integer.parseInt(stroke.group(1)) * SCALE;
            int y = Integer.parseInt(stroke.group(2)) * SCALE;
            int width = Integer.parseInt(stroke.group(3)) * SCALE;
            for (int row = y; row < y + SCALE; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
            }
        });
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader()
                .decode(picture, Map.of(DecodeHintType.CHARACTER_SET, UTF_8.name()))
                .getText();
    }
}
