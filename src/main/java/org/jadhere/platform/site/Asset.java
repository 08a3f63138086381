package org.jadhere.platform.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A static file of the pages.
 *
 * @param name the name in templates: {@code css/base.css}
 * @param fingerprinted the name with a fingerprint of the content: {@code css/base-0123456789abcdef.css}
 * @param gzipped the compressed content; null for PNG, which is compressed already
 */
record Asset(String name, String fingerprinted, byte[] content, byte @Nullable [] gzipped) {

    private static final int DIGITS = 16;

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml;charset=UTF-8",
            "png", "image/png",
            "ico", "image/x-icon",
            "txt", "text/plain;charset=UTF-8",
            "json", "application/speculationrules+json");

    static Asset of(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        String fingerprinted = name.substring(0, dot) + "-" + fingerprint(content) + name.substring(dot);
        return new Asset(name, fingerprinted, content, name.endsWith(".png") ? null : gzipped(content));
    }

    /** @throws IllegalStateException for an unknown file extension, which would be sent without a media type */
    String type() {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("Asset.TYPES has no media type for " + name);
        }
        return type;
    }

    private static String fingerprint(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzipped(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new BestCompression(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class BestCompression extends GZIPOutputStream {

        BestCompression(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
