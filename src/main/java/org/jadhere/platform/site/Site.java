package org.jadhere.platform.site;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people find this instance, as the setting {@code jadhere.url} says: for links in letters, and for what is bound to it. */
@Component
public class Site {

    static final String SETTING = "jadhere.url";

    private final Environment settings;

    Site(Environment settings) {
        this.settings = settings;
        host(); // a wrong one is told when the program starts, not when the first letter is written
    }

    /**
     * Such as {@code https://adhesions.example.org}, without a slash at its end. Read anew each time: where no address
     * is set, it holds the port, which is known once the server listens.
     */
    public String url() {
        String url = settings.getRequiredProperty(SETTING).strip().replaceAll("/+$", "");
        if (!url.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw new IllegalStateException(
                    SETTING + " is no address of a site, like https://adhesions.example.org: " + url);
        }
        return url;
    }

    /** The whole address of a page: {@code address("/me")}. */
    public String address(String path) {
        return url() + path;
    }

    /** Scheme, name and, where it is not the usual one, port: what browsers call the origin of a page. */
    public String origin() {
        return url().replaceAll("^(https?://[^/]+).*", "$1");
    }

    /** Whether people reach it over HTTPS, and nobody otherwise. */
    public boolean isSecure() {
        return url().startsWith("https:");
    }

    /**
     * What a cookie of that name is really called. Over HTTPS browsers then see to it that only this very host can have
     * set it, for all of its paths, and never without encryption (RFC 6265bis, 4.1.3.2).
     */
    public String cookie(String name) {
        return isSecure() ? "__Host-" + name : name;
    }

    /** Its name, without a port. */
    public String host() {
        String host = URI.create(url()).getHost();
        if (host == null) {
            throw new IllegalStateException(SETTING + " has a name that is none to browsers: " + url());
        }
        return host;
    }
}
