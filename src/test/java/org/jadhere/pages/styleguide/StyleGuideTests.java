package org.jadhere.pages.styleguide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Stage.as;

import org.jadhere.support.Cast;
import org.jadhere.support.PageTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each part of the pages, in each of its states. */
@PageTest
class StyleGuideTests {

    @BeforeEach
    void everyone() {
        Cast.in(given());
    }

    @ParameterizedTest
    @CsvSource({"fr, 'J’adhère, tu adhères', '117,50 €'", "en, 'I join, you join', '€117.50'"})
    void showsThePartsInTheReadersLanguage(String language, String sample, String amount) {
        assertThat(browser().get().uri("/admin/style?lang=" + language).with(as("erin")))
                .hasStatus(200)
                .bodyText()
                .contains(sample, amount.replace(' ', '\u00a0'), "aria-invalid=\"true\"", "class=\"cards\"")
                .contains("class=\"pager\"", "class=\"empty\"", "class=\"notice\"", "class=\"wrong\"", "<progress")
                .contains("accent-soft", "space-5", "#0d6650");
    }

    @Test
    void sendsNothing() {
        assertThat(browser().get().uri("/admin/style").with(as("erin")))
                .bodyText()
                .doesNotContain("action=\"/admin/members", "name=\"once\"");
    }

    @Test
    void isReachedFromTheAssociation() {
        assertThat(browser().get().uri("/admin/association").with(as("erin")))
                .bodyText()
                .contains("href=\"/admin/style\"");
    }
}
