package org.jadhere.platform.site;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The public address of this instance, the setting {@code jadhere.url}: for links in mails, cookies and passkeys. */
@Component
public class Site {

    static final String SETTING = "jadhere.url";

    private final Environment settings;

    public Site(Environment settings) {
        this.settings = settings;
        host(); // an invalid address fails when the program starts, not when the first mail is sent
    }

    /**
     * The address without a slash at its end, such as {@code https://adhesions.example.org}. It is read on each call:
     * the default contains the port, which is known only once the server listens.
     */
    public String url() {
        String url = settings.getRequiredProperty(SETTING).strip().replaceAll("/+$", "");
        if (!url.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw new IllegalStateException(
                    SETTING + " is not the address of a site, like https://adhesions.example.org: " + url);
        }
        return url;
    }

    /** The full address of a page: {@code address("/me")}. */
    public String address(String path) {
        return url() + path;
    }

    /** The web origin (RFC 6454): scheme, host and, if it is not the default, port. */
    public String origin() {
        return url().replaceAll("^(https?://[^/]+).*", "$1");
    }

    /** Whether the site is reached over HTTPS only. */
    public boolean isSecure() {
        return url().startsWith("https:");
    }

    /**
     * The full name of a cookie. Over HTTPS it has the prefix {@code __Host-}: browsers accept it only from this host,
     * for all paths and over an encrypted connection (RFC 6265bis, 4.1.3.2).
     */
    public String cookie(String name) {
        return isSecure() ? "__Host-" + name : name;
    }

    /** The host name, without the port. */
    public String host() {
        String host = URI.create(url()).getHost();
        if (host == null) {
            throw new IllegalStateException(SETTING + " has an invalid host name: " + url());
        }
        return host;
    }
}
