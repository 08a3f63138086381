package org.jadhere.platform.site;

import jakarta.servlet.http.HttpServletRequest;
import org.jadhere.platform.db.IpPrefix;

/** The IP address of a client, and what to count it by: a subscriber has one IPv4 address, but 2⁶⁴ IPv6 addresses. */
public final class ClientAddress {

    private ClientAddress() {}

    /** The remote address, without the zone id of a link-local one. */
    public static IpPrefix of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** The client's IPv4 address, or the /64 of its IPv6 address: one network of one subscriber. */
    public static IpPrefix network(IpPrefix address) {
        return address.isIpv4() ? address : address.within(64);
    }

    /** The client's IPv4 address, or the /56 of its IPv6 address: what one subscriber usually has. */
    public static IpPrefix site(IpPrefix address) {
        return address.isIpv4() ? address : address.within(56);
    }

    public static IpPrefix of(String address) {
        return IpPrefix.parse(address.replaceFirst("%.*", ""));
    }
}
