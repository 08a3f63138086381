package org.jadhere.platform.db;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** As {@link Pg}, for IP addresses and prefixes. */
public final class PgAddresses {

    private PgAddresses() {}

    /** Whether two prefixes have an address in common. */
    public static Condition overlaps(Field<IpPrefix> prefix, IpPrefix other) {
        return overlaps(prefix, val(other, prefix));
    }

    public static Condition overlaps(Field<IpPrefix> prefix, Field<IpPrefix> other) {
        return condition("{0} && {1}", prefix, other);
    }

    public static Field<Integer> length(Field<IpPrefix> prefix) {
        return field("masklen({0})", Integer.class, prefix);
    }

    /** The prefix of the given length that contains a longer prefix, or the first one of that length in a shorter prefix. */
    public static Field<IpPrefix> firstPart(Field<IpPrefix> prefix, int length) {
        return field("network(set_masklen({0}, {1}))::inet", prefix.getDataType(), prefix, inline(length));
    }

    /** The number of addresses of a prefix. */
    public static Field<BigDecimal> size(Field<IpPrefix> prefix) {
        return field("prefix_share({0}, {0})", BigDecimal.class, prefix);
    }

    /** Whether an address or prefix is equal to another one or contained in it. */
    public static Condition within(Field<IpPrefix> inner, Field<IpPrefix> outer) {
        return condition("{0} <<= {1}", inner, outer);
    }

    public static Condition within(IpPrefix inner, Field<IpPrefix> outer) {
        return within(val(inner, outer), outer);
    }

    public static Condition within(Field<IpPrefix> inner, IpPrefix outer) {
        return within(inner, val(outer, inner));
    }

    /** The service that holds all of an address or prefix now; null if there is none. */
    public static Field<Long> holderNow(Field<IpPrefix> range) {
        return field("holder_now({0})", Long.class, range);
    }

    /** Deletes the names and delegations of services whose allocation has reached its end. */
    public static void deleteNamesOfPastHolders(DSLContext db) {
        db.execute("select names_forget_past_holders()");
    }

    /** Takes the lock that serializes allocations, and declarations of names, until this transaction ends. */
    public static void lockAllocations(DSLContext db) {
        db.execute("select pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint)");
    }
}
