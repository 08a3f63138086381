package org.jadhere.people.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Verifies passwords as Django stores them, {@code pbkdf2_sha256$iterations$salt$hash}; encodes none. */
final class DjangoPasswordEncoder implements PasswordEncoder {

    static final String PREFIX = "pbkdf2_sha256$";

    // Seven digits exceed what Django ever used; more iterations could only block the processor.
    private static final Pattern FORM = Pattern.compile("pbkdf2_sha256\\$(\\d{1,7})\\$([^$]+)\\$([A-Za-z0-9+/]{43}=)");

    @Override
    public String encode(@Nullable CharSequence password) {
        throw new UnsupportedOperationException("new passwords are encoded with Argon2");
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
        Matcher form = FORM.matcher(stored == null ? "" : stored);
        if (password == null || !form.matches() || Integer.parseInt(form.group(1)) == 0) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(form.group(3));
        return MessageDigest.isEqual(expected, hash(password, form.group(2), Integer.parseInt(form.group(1))));
    }

    private static byte[] hash(CharSequence password, String salt, int iterations) {
        try {
            var key = new PBEKeySpec(
                    password.toString().toCharArray(), salt.getBytes(StandardCharsets.UTF_8), iterations, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
