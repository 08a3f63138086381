package org.jadhere.office.backup;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Discards bytes, and computes their number and SHA-256. */
final class DigestSink extends OutputStream {

    private final MessageDigest digest = digest();
    private long bytes;

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // required of every Java platform
        }
    }

    static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void write(int octet) {
        digest.update((byte) octet);
        bytes++;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        digest.update(from, offset, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** May be called only once. */
    String sha256() {
        return text(digest);
    }
}
