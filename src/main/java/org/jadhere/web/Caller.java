package org.jadhere.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jadhere.db.IpPrefix;

/** Where a request comes from. */
public final class Caller {

    private Caller() {}

    /** A single address; link-local ones without the network card that they came in by. */
    public static IpPrefix of(HttpServletRequest request) {
        return IpPrefix.parse(request.getRemoteAddr().replaceFirst("%.*", ""));
    }
}
