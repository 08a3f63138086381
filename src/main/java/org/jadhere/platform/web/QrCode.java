package org.jadhere.platform.web;

import io.nayuki.qrcodegen.QrCode.Ecc;
import io.nayuki.qrcodegen.QrSegment;

/** A text as a QR code (ISO/IEC 18004), to be drawn by {@code ui/qr.jte}. For templates. */
public final class QrCode {

    // The light border that readers ask for: four modules wide.
    private static final int BORDER = 4;

    private final io.nayuki.qrcodegen.QrCode code;

    private QrCode(io.nayuki.qrcodegen.QrCode code) {
        this.code = code;
    }

    /** How much of the code may be dirty or torn: about 7, 15, 25, 30 %. */
    public enum Correction {
        LOW(Ecc.LOW),
        MEDIUM(Ecc.MEDIUM),
        QUARTILE(Ecc.QUARTILE),
        HIGH(Ecc.HIGH);

        private final Ecc level;

        Correction(Ecc level) {
            this.level = level;
        }
    }

    public static QrCode of(String text) {
        return of(text, Correction.MEDIUM);
    }

    /** At this very level, even where a higher one would cost no room: payments prescribe theirs (EPC069-12). */
    public static QrCode of(String text, Correction correction) {
        return new QrCode(io.nayuki.qrcodegen.QrCode.encodeSegments(
                QrSegment.makeSegments(text), correction.level, 1, 40, -1, false));
    }

    /** From 1 to 40: the more text, the higher. */
    public int version() {
        return code.version;
    }

    /** Modules on each side, border included: what the picture's coordinates count. */
    public int size() {
        return code.size + 2 * BORDER;
    }

    /** All dark modules as one path; those that touch in a row are one stroke, since seams would show between squares. */
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int first = x;
                while (code.getModule(x, y)) { // outside of the code, all modules are light
                    x++;
                }
                if (x > first) {
                    path.append("M%1$d %2$dh%3$dv1h-%3$dz".formatted(first + BORDER, y + BORDER, x - first));
                }
            }
        }
        return path.toString();
    }
}
