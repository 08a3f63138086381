package org.jadhere.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jadhere.db.IpPrefix;

/** Where a request comes from. */
public final class Caller {

    private Caller() {}

    /** A single address; link-local ones without the network card that they came in by. */
    public static IpPrefix of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** The same, of its address in text. */
    public static IpPrefix of(String address) {
        return IpPrefix.parse(address.replaceFirst("%.*", ""));
    }
}
