package org.jadhere.pages.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Scene.queries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.platform.site.Assets;
import org.jadhere.support.Cast;
import org.jadhere.support.PageTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The guides have the same chapters in both languages, explain every page and have no broken links. */
@PageTest
class GuideTests {

    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);
    private static final Path PICTURES = Path.of("src/main/resources/static/guide");
    private static final Pattern HEADING = Pattern.compile("<(h[1-6])( id=\"[^\"]+\")?>");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\"");
    private static final Pattern PICTURE = Pattern.compile("<img [^>]*>");
    private static final Pattern EXPLAINED = Pattern.compile("/(admin|me|login|join|email)(/.*)?");
    private static final Pattern NO_PAGE =
            Pattern.compile(".*(/export|/choices|/file|\\.pdf|\\.json|/preview/\\{kind})");
    private static final int LARGEST = 80_000;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void visitorsReadThemInTheirLanguage() {
        queries().forget();
        assertThat(browser().get().uri("/guide").header("Accept-Language", "fr"))
                .hasStatusOk()
                .bodyText()
                .contains("/guide/member", "/guide/sysadmin", "Équipage banque");
        assertThat(browser().get().uri("/guide/treasurer").header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("/guide/treasurer/validate", "Validate what has arrived</a>");
        assertThat(browser().get().uri("/guide/treasurer/lists").header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "rel=\"prev\" href=\"/guide/treasurer/validate\"",
                        "rel=\"next\" href=\"/guide/treasurer/correct\"")
                .contains("/static/css/guide-");
        assertThat(queries().heard()).isEmpty();
    }

    @Test
    void unknownGuidesAndChaptersAreNotFound() {
        for (String path : List.of("/guide/unknown", "/guide/member/nothing", "/guide/unknown/pay")) {
            assertThat(browser().get().uri(path)).hasStatus(404);
        }
    }

    @Test
    void searchIgnoresAccentsAndListsTitlesFirst() {
        assertThat(browser().get().uri("/guide?q={words}", "RECU").header("Accept-Language", "fr"))
                .bodyText()
                .containsSubsequence("chapitres en parlent", "/guide/member/receipts", "/guide/member/story");
        assertThat(browser().get().uri("/guide?q={words}", "zzz<b>").header("Accept-Language", "fr"))
                .bodyText()
                .contains("Aucun chapitre n’en parle")
                .doesNotContain("zzz<b>");
    }

    @Test
    void bothLanguagesHaveTheSameOutline() {
        assertThat(outline(Locale.ENGLISH)).isNotEmpty().isEqualTo(outline(Locale.FRENCH));
        assertThat(Stream.of(Readership.values()))
                .allSatisfy(reader ->
                        assertThat(Guides.in(Locale.FRENCH).of(reader)).isNotEmpty());
    }

    private static List<String> outline(Locale language) {
        return Guides.in(language).all().stream()
                .map(chapter -> chapter.path() + " " + chapter.pages() + " " + found(HEADING, chapter.html()))
                .toList();
    }

    private static List<String> found(Pattern pattern, String html) {
        return pattern.matcher(html).results().map(MatchResult::group).toList();
    }

    @Test
    void everyPageOfTheProgramIsExplainedOnce() {
        var routes = pages();
        for (Locale language : LANGUAGES) {
            var explained = Guides.in(language).all().stream()
                    .flatMap(chapter -> chapter.pages().stream())
                    .map(PathPattern::getPatternString)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(explained)
                    .as("pages in the heads of chapters: each new page of the program belongs to one")
                    .isEqualTo(routes);
        }
    }

    private Set<String> pages() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .filter(path -> EXPLAINED.matcher(path).matches())
                .filter(path -> !NO_PAGE.matcher(path).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void pagesLinkToTheChapterForTheUser() {
        Cast.in(given());
        assertThat(browser().get().uri("/login")).bodyText().contains("href=\"/guide/member/login\"");
        assertThat(as("alice").get("/me")).bodyText().contains("href=\"/guide/member/story\"");
        assertThat(as("carol").get("/admin/payments")).bodyText().contains("href=\"/guide/crew/payments\"");
        assertThat(as("bob").get("/admin/payments")).bodyText().contains("href=\"/guide/treasurer/lists\"");
        assertThat(as("erin").get("/admin/addresses")).bodyText().contains("href=\"/guide/administrator/addresses\"");
        assertThat(as("erin").get("/admin/services/new")).bodyText().contains("href=\"/guide/administrator/prepare\"");
    }

    @Test
    void noLinkIsBroken() {
        Cast.in(given());
        for (Locale language : LANGUAGES) {
            for (Chapter chapter : Guides.in(language).all()) {
                LINK.matcher(chapter.html())
                        .results()
                        .map(link -> link.group(1))
                        .forEach(link -> assertThat(
                                        as("erin").get(link).getResponse().getStatus())
                                .as("%s in %s (%s)", link, chapter.path(), language)
                                .isIn(200, 302));
            }
        }
    }

    @Test
    void picturesExistAndAreSmallDescribedAndUsed() throws IOException {
        var shown = new TreeSet<String>();
        for (Locale language : LANGUAGES) {
            for (Chapter chapter : Guides.in(language).all()) {
                found(PICTURE, chapter.html()).forEach(picture -> {
                    assertThat(picture)
                            .as("a picture of %s (%s): bin/screenshots takes it", chapter.path(), language)
                            .containsPattern("src=\"/static/guide/(fr|en)/[a-z-]+-[0-9a-f]{16}\\.png\"")
                            .containsPattern("alt=\"[^\"]{5,}\"")
                            .containsPattern("width=\"\\d+\" height=\"\\d+\" loading=\"lazy\"");
                    shown.add(picture.replaceAll(".*src=\"([^\"]+)\".*", "$1"));
                });
            }
        }
        try (var files = Files.walk(PICTURES)) {
            var there = files.filter(Files::isRegularFile).toList();
            assertThat(there)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(LARGEST));
            assertThat(there.stream().map(file -> Assets.url("guide/" + PICTURES.relativize(file))))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    @Test
    void htmlInAChapterIsEscaped() {
        var chapter = new Markdown(Locale.ENGLISH)
                .render("# A\n\nx <script>1</script> [b](javascript:alert(1)) **{login.act}**");

        assertThat(chapter.html())
                .contains("&lt;script&gt;", "<strong>Log in</strong>")
                .doesNotContain("<script", "javascript:");
    }
}
