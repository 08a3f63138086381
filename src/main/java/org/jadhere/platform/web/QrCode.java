package org.jadhere.platform.web;

import io.nayuki.qrcodegen.QrCode.Ecc;
import io.nayuki.qrcodegen.QrSegment;

/** A text as a QR code (ISO/IEC 18004), drawn by {@code ui/qr.jte}. */
public final class QrCode {

    // The quiet zone that scanners need: four modules wide.
    private static final int QUIET_ZONE = 4;

    private final io.nayuki.qrcodegen.QrCode code;

    private QrCode(io.nayuki.qrcodegen.QrCode code) {
        this.code = code;
    }

    /** The error correction level: about 7, 15, 25 or 30 % of the code may be unreadable. */
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

    /** Uses exactly this level, even where a higher one needs no larger code: EPC069-12 prescribes the level of payments. */
    public static QrCode of(String text, Correction correction) {
        return new QrCode(io.nayuki.qrcodegen.QrCode.encodeSegments(
                QrSegment.makeSegments(text), correction.level, 1, 40, -1, false));
    }

    /** The size class of the code, from 1 to 40. */
    public int version() {
        return code.version;
    }

    /** The modules on each side with the quiet zone: the unit of the SVG's coordinates. */
    public int size() {
        return code.size + 2 * QUIET_ZONE;
    }

    /** All dark modules as one SVG path. Adjacent modules of a row are one rectangle, so that no seams show between them. */
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int first = x;
                while (code.getModule(x, y)) { // false outside of the code
                    x++;
                }
                if (x > first) {
                    path.append("M%1$d %2$dh%3$dv1h-%3$dz".formatted(first + QUIET_ZONE, y + QUIET_ZONE, x - first));
                }
            }
        }
        return path.toString();
    }
}
