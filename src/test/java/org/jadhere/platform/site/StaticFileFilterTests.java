package org.jadhere.platform.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.queries;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jadhere.support.PageTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Styles, scripts and icons: addresses with a fingerprint, cached forever by browsers. */
@PageTest
class StaticFileFilterTests {

    @BeforeEach
    void forgetQueries() {
        queries().forget();
    }

    private MockHttpServletResponse get(String path) {
        return browser().get().uri(path).exchange().getResponse();
    }

    @Test
    void pagesLinkFilesByFingerprint() throws IOException {
        assertThat(browser().get().uri("/login"))
                .bodyText()
                .contains(Assets.url("css/base.css"), Assets.url("js/htmx.js"), Assets.url("favicon.svg"))
                .doesNotContain("href=\"/css/", "src=\"/js/", "/webjars/");
        assertThat(Assets.url("css/base.css")).matches("/static/css/base-[0-9a-f]{16}\\.css");
    }

    @Test
    void everyStaticFileIsServed() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/static"))) {
            assertThat(files.filter(Files::isRegularFile).toList()).isNotEmpty().allSatisfy(file -> {
                String name =
                        Path.of("src/main/resources/static").relativize(file).toString();
                assertThat(get(Assets.url(name)).getContentAsByteArray()).isEqualTo(Files.readAllBytes(file));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "css/base.css, text/css;charset=UTF-8",
        "js/page.js, text/javascript;charset=UTF-8",
        "js/htmx.js, text/javascript;charset=UTF-8",
        "favicon.svg, image/svg+xml;charset=UTF-8",
        "favicon.ico, image/x-icon"
    })
    void filesAreCachedForeverWithTheirType(String name, String type) {
        var answer = get(Assets.url(name));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(answer.getContentType()).isEqualTo(type);
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getContentLength()).isEqualTo(answer.getContentAsByteArray().length);
        assertThat(answer.getCookies()).isEmpty();
        assertThat(queries().heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, GZIP;q=0.8", "deflate,gzip", "gzip;q=1.0, *;q=0"})
    void filesAreGzippedOnRequest(String accepted) throws IOException {
        var answer = browser()
                .get()
                .uri(Assets.url("css/base.css"))
                .header("Accept-Encoding", accepted)
                .exchange()
                .getResponse();

        assertThat(answer.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.getHeader("Vary")).isEqualTo("Accept-Encoding");
        try (var content = new GZIPInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            assertThat(content.readAllBytes())
                    .isEqualTo(Files.readAllBytes(Path.of("src/main/resources/static/css/base.css")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "gzip;q=0", "gzip; q=0.000, br", "gzipped"})
    void filesAreNotGzippedOtherwise(String accepted) {
        var answer = browser()
                .get()
                .uri(Assets.url("css/base.css"))
                .header("Accept-Encoding", accepted)
                .exchange()
                .getResponse();

        assertThat(answer.getHeader("Content-Encoding")).isNull();
        assertThat(answer.getHeader("Vary")).isEqualTo("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/css/base.css",
                "/static/css/base-0000000000000000.css",
                "/static/",
                "/static/../application.properties",
                "/static/css/%2e%2e/base.css"
            })
    void otherAddressesAreNotFoundNorCached(String path) {
        var answer = browser().get().uri(java.net.URI.create(path)).exchange().getResponse();

        assertThat(answer.getStatus()).isIn(404, 400);
        assertThat(answer.getHeader("Cache-Control")).doesNotContain("public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/css/base.css", "/js/page.js", "/webjars/htmx.org/2.0.10/dist/htmx.min.js"})
    void filesHaveNoOtherAddress(String path) {
        assertThat(get(path).getStatus()).isEqualTo(404);
    }

    @Test
    void onlyGetAndHeadAreAllowed() {
        assertThat(browser().post().uri(Assets.url("css/base.css")))
                .hasStatus(405)
                .hasHeader("Allow", "GET, HEAD");
        assertThat(browser().head().uri(Assets.url("css/base.css")))
                .hasStatusOk()
                .hasBodyTextEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/favicon.svg", "/favicon.ico", "/robots.txt"})
    void filesWithFixedAddressesAreCachedADay(String path) {
        assertThat(browser().get().uri(path)).hasStatusOk().hasHeader("Cache-Control", "public, max-age=86400");
        assertThat(queries().heard()).isEmpty();
    }

    @Test
    void robotsAreDisallowed() {
        assertThat(new String(get("/robots.txt").getContentAsByteArray(), UTF_8))
                .isEqualTo("User-agent: *\nDisallow: /\n");
    }

    @Test
    void anUnknownNameIsAnError() {
        assertThatThrownBy(() -> Assets.url("css/nothing.css")).hasMessageContaining("css/nothing.css");
    }
}
