package org.jadhere.people.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time-based one-time passwords by RFC 6238. */
class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    /** The test vectors of RFC 6238, appendix B, have eight digits; ours are the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesMatchTheStandard(long second, String eightDigits) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void aClockMayBeHalfAMinuteWrong() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);

        for (long wrong = -1; wrong <= 1; wrong++) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + wrong), now))
                    .hasValue(step + wrong);
        }
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
    }

    @Test
    void spacesAreIgnored() {
        assertThat(Totp.stepOf(SECRET, " 287 082 ", Instant.ofEpochSecond(59))).hasValue(1);
        assertThat(Totp.looksLikeCode("287 082")).isTrue();
        assertThat(Totp.looksLikeCode("28708")).isFalse();
    }

    @Test
    void theUriNamesSiteAndUser() {
        assertThat(Totp.uri("adhesions.example.org", "ida b", Totp.key(SECRET)))
                .isEqualTo("otpauth://totp/adhesions.example.org:ida%20b"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=adhesions.example.org");
        assertThat(Totp.secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")).isEqualTo(SECRET);
    }

    @Test
    void secretsAreRandom() {
        assertThat(Totp.newSecret()).hasSize(20).isNotEqualTo(Totp.newSecret());
    }
}
