package org.jadhere.web;

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
        url(); // a wrong one is told when the program starts, not when the first letter is written
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

    public String host() {
        return URI.create(url()).getHost();
    }
}
