package org.jadhere.pages.styleguide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Scene.as;

import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The style guide shows each part of the pages in each state. */
@PageTest
@WithCast
class StyleGuideTests {

    @ParameterizedTest
    @CsvSource({"fr, 'J’adhère, tu adhères', '117,50 €'", "en, 'I join, you join', '€117.50'"})
    void showsThePartsInTheLanguageOfTheUser(String language, String sample, String amount) {
        assertThat(as("erin").get("/admin/style?lang=" + language))
                .hasStatus(200)
                .bodyText()
                .contains(sample, amount.replace(' ', '\u00a0'), "aria-invalid=\"true\"", "class=\"cards\"")
                .contains("class=\"pager\"", "class=\"empty\"", "class=\"notice\"", "class=\"wrong\"", "<progress")
                .contains("accent-soft", "space-5", "#0d6650");
    }

    @Test
    void hasNoFormsThatWrite() {
        assertThat(as("erin").get("/admin/style"))
                .bodyText()
                .doesNotContain("action=\"/admin/members", "name=\"once\"");
    }

    @Test
    void isLinkedFromTheAssociation() {
        assertThat(as("erin").get("/admin/association")).bodyText().contains("href=\"/admin/style\"");
    }
}
