package org.jadhere.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jadhere.platform.web.QrCode.Correction;
import org.junit.jupiter.api.Test;

/** QR codes as SVG paths. */
class QrCodeTests {

    @Test
    void theVersionGrowsWithTheText() {
        assertThat(QrCode.of("x").version()).isEqualTo(1);
        assertThat(QrCode.of("x").size()).as("21 modules and the border").isEqualTo(29);
        assertThat(QrCode.of("é".repeat(300)).version()).isGreaterThan(13);
    }

    @Test
    void theCorrectionLevelIsKept() {
        assertThat(QrCode.of("jadhere").path())
                .isEqualTo(QrCode.of("jadhere", Correction.MEDIUM).path())
                .isNotEqualTo(QrCode.of("jadhere", Correction.QUARTILE).path());
    }

    @Test
    void thePathBeginsWithAFinderPattern() {
        assertThat(QrCode.of("x").path()).startsWith("M4 4h7v1h-7z").matches("(M\\d+ \\d+h\\d+v1h-\\d+z)+");
    }
}
