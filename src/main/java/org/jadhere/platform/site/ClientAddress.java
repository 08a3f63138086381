package org.jadhere.platform.site;

import jakarta.servlet.http.HttpServletRequest;
import org.jadhere.platform.db.IpPrefix;

/** Where a request comes from. */
public final class ClientAddress {

    private ClientAddress() {}

    /** A single address; link-local ones without the network card that they came in by. */
    public static IpPrefix of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** The same, of its address in text. */
    public static IpPrefix of(String address) {
        return IpPrefix.parse(address.replaceFirst("%.*", ""));
    }
}
