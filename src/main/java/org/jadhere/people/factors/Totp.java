package org.jadhere.people.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Time-based one-time passwords (RFC 6238) with the usual parameters: SHA-1, six digits, 30 seconds. */
final class Totp {

    private static final String HMAC = "HmacSHA1";
    private static final int SECRET_LENGTH = 20; // RFC 4226, section 4: 160 bits are recommended
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_LENGTH];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static long step(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /** RFC 4226, section 5.3: four bytes of the digest, at an offset that its last byte contains. */
    static String code(byte[] secret, long step) {
        byte[] digest = digest(secret, step);
        int offset = digest[digest.length - 1] & 0xf;
        int number = ByteBuffer.wrap(digest).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }

    private static byte[] digest(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The step whose code was typed: the current one, or for a wrong clock or a slow user the one before or after
     * (RFC 6238, section 5.2). Ignores spaces.
     */
    static OptionalLong stepOf(byte[] secret, String typed, Instant now) {
        byte[] digits = typed.replaceAll("\\s", "").getBytes(UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - 1; step <= step(now) + 1; step++) {
            if (MessageDigest.isEqual(digits, code(secret, step).getBytes(UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static boolean looksLikeCode(String typed) {
        return typed.replaceAll("\\s", "").matches("\\d{" + DIGITS + "}");
    }

    /** The secret as Base32 text, to type where it cannot be scanned. */
    static String key(byte[] secret) {
        return new String(Base32.encode(secret), US_ASCII);
    }

    static byte[] secret(String key) {
        return Base32.decode(key);
    }

    /** The otpauth URI that applications scan. It omits the parameters that have the default values of applications. */
    static String uri(String site, String username, String key) {
        String issuer = encoded(site);
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(issuer, encoded(username), key, issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
