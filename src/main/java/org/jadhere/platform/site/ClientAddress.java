package org.jadhere.platform.site;

import jakarta.servlet.http.HttpServletRequest;
import org.jadhere.platform.db.IpPrefix;

/** The IP address of a client. */
public final class ClientAddress {

    private ClientAddress() {}

    /** The remote address, without the zone id of a link-local one. */
    public static IpPrefix of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    public static IpPrefix of(String address) {
        return IpPrefix.parse(address.replaceFirst("%.*", ""));
    }
}
