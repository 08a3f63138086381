package org.jadhere.pages.departure;

import java.util.Locale;
import org.jadhere.platform.web.Texts;

/** Whose turn it is to settle something of a departure; other crews' services are only counted. */
public enum Turn {
    YOU,
    ADMINISTRATOR,
    BANK;

    public String label() {
        return Texts.t("departure.turn." + name().toLowerCase(Locale.ROOT));
    }
}
