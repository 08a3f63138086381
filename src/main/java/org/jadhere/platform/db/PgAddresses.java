package org.jadhere.platform.db;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** As {@link Pg}, what PostgreSQL knows about addresses and prefixes. */
public final class PgAddresses {

    private PgAddresses() {}

    /** Whether one is in the other, either way round, or they are the same. */
    public static Condition overlaps(Field<IpPrefix> address, IpPrefix other) {
        return condition("{0} && {1}", address, val(other, address));
    }

    /** The length of a prefix. */
    public static Field<Integer> length(Field<IpPrefix> prefix) {
        return field("masklen({0})", Integer.class, prefix);
    }

    /** The part of a length in which a longer prefix lies, or the first of a shorter one. */
    public static Field<IpPrefix> firstPart(Field<IpPrefix> prefix, int length) {
        return field("network(set_masklen({0}, {1}))::inet", prefix.getDataType(), prefix, inline(length));
    }

    /** How many addresses a prefix has. */
    public static Field<BigDecimal> size(Field<IpPrefix> prefix) {
        return field("prefix_share({0}, {0})", BigDecimal.class, prefix);
    }

    /** Whether an address or prefix is another one or lies in it. */
    public static Condition within(Field<IpPrefix> inner, Field<IpPrefix> outer) {
        return condition("{0} <<= {1}", inner, outer);
    }

    public static Condition within(IpPrefix inner, Field<IpPrefix> outer) {
        return within(val(inner, outer), outer);
    }

    public static Condition within(Field<IpPrefix> inner, IpPrefix outer) {
        return within(inner, val(outer, inner));
    }

    /** The service that holds all of an address or prefix at this very moment, if one does. */
    public static Field<Long> holderNow(Field<IpPrefix> range) {
        return field("holder_now({0})", Long.class, range);
    }

    /** Removes the names and delegations of those whose allocation has come to its end by itself. */
    public static void deleteNamesOfPastHolders(DSLContext db) {
        db.execute("select names_forget_past_holders()");
    }

    /** Nobody else allocates an address, or declares a name of one, until this transaction ends. */
    public static void lockAllocations(DSLContext db) {
        db.execute("select pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint)");
    }

    /** The same of two columns. */
    public static Condition overlaps(Field<IpPrefix> address, Field<IpPrefix> other) {
        return condition("{0} && {1}", address, other);
    }
}
