package org.jadhere.platform.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jadhere.support.LiveServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** The public address of the site, from {@code jadhere.url} or the port. */
class SiteTests {

    private static Site at(String url) {
        return new Site(new MockEnvironment().withProperty(Site.SETTING, url));
    }

    @Test
    void addressesOfPagesAreAbsolute() {
        var site = at("https://adhesions.example.org/");

        assertThat(site.address("/me")).isEqualTo("https://adhesions.example.org/me");
        assertThat(site.origin()).isEqualTo("https://adhesions.example.org");
        assertThat(site.host()).isEqualTo("adhesions.example.org");
    }

    @Test
    void theDefaultHasThePortOfTheServer() {
        var server = LiveServer.shared();

        assertThat(server.bean(Site.class).url()).isEqualTo(server.url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "adhesions.example.org",
                "ftp://example.org",
                "https://",
                "https://a.example/?x=1",
                "https://a_b.example"
            })
    void aMalformedUrlIsRejected(String url) {
        assertThatThrownBy(() -> at(url)).hasMessageContaining("jadhere.url");
    }
}
