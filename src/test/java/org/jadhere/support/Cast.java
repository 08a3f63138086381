package org.jadhere.support;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.support.Given.with;

/**
 * The users of every test, by user id, without passwords. The user names are the names in lower case.
 * Carol's crew manages the service type Toulouse, Dave's crew manages VPN.
 */
public final class Cast {

    /** A member without staff rights. */
    public final long alice;

    public final long aliceMember;

    /** A member of the bank crew: may add, change, delete and validate payments. */
    public final long bob;

    public final long bankCrew;

    /** A member of the crew that manages the type Toulouse. */
    public final long carol;

    public final long toulouseCrew;
    public final long toulouse;

    /** A member of the crew that manages the type VPN. */
    public final long dave;

    public final long vpnCrew;
    public final long vpn;

    /** The administrator: may do everything. */
    public final long erin;

    /** A user who is not a member. */
    public final long frank;

    private Cast(Given given) {
        alice = given.user("alice");
        aliceMember = given.membership(alice);
        bankCrew = given.crew("bank", "payment.add", "payment.change", "payment.delete", "payment.validate");
        bob = volunteer(given, "bob", bankCrew);
        toulouseCrew = given.crew("equipage-toulouse");
        toulouse = given.serviceType("Toulouse", with(SERVICE_TYPE.CREW_ID, toulouseCrew));
        carol = volunteer(given, "carol", toulouseCrew);
        vpnCrew = given.crew("equipage-vpn");
        vpn = given.serviceType("VPN", with(SERVICE_TYPE.CREW_ID, vpnCrew));
        dave = volunteer(given, "dave", vpnCrew);
        erin = given.user("erin", with(APP_USER.STAFF, true), with(APP_USER.SUPERUSER, true));
        frank = given.user("frank");
    }

    /** Inserts all of them into a database that has none of them yet. */
    public static Cast in(Given given) {
        return new Cast(given);
    }

    private static long volunteer(Given given, String username, long crew) {
        long user = given.user(username, with(APP_USER.STAFF, true));
        given.joins(user, crew);
        return user;
    }
}
