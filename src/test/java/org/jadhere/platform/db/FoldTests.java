package org.jadhere.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SQL function {@code fold} removes accents and case for search and order. */
class FoldTests {

    private static final CloseableDSLContext DB = TestDatabase.fresh().open();

    @AfterAll
    static void close() {
        DB.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Étienne, etienne",
        "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ, aaaceeeeiioouuuy",
        "Œuvre, oeuvre",
        "cœur, coeur",
        "Straße, strasse",
        "STRAẞE, strasse",
        "Łódź, lodz",
        "Ærø, aero",
        "Ñandú, nandu",
        "İstanbul, istanbul",
        "Đorđe, dorde",
        "E\u0301tienne, etienne",
        "françois\u0327, francois",
        "ΑΘΗΝΑ, αθηνα",
        "Ёлка, елка",
        "'', ''",
        "' a  B ', ' a  b '",
        "日本, 日本",
    })
    void accentsAndCapitalsAreRemoved(String text, String folded) {
        assertThat(fold(text)).isEqualTo(folded);
        assertThat(fold(folded)).as("folded twice").isEqualTo(folded);
    }

    private static @Nullable String fold(String text) {
        return DB.fetchSingle("select fold(?)", text).get(0, String.class);
    }
}
