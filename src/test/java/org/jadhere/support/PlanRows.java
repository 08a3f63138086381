package org.jadhere.support;

import java.util.List;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;

/**
 * A quarter of a million allocations and 200,000 holdings, for the tests of query plans: 40,000 addresses and 53,472
 * prefixes for homes, each with an earlier and a current holder, and 65,536 addresses whose allocations ended one minute
 * apart. An index that is faster than a sequential scan of so many rows is faster for more rows too.
 */
public final class PlanRows {

    private static final CloseableDSLContext DB = TestDatabase.fresh().open();

    static {
        people();
        allocations();
        holdings();
        DB.execute("vacuum analyze");
    }

    private PlanRows() {}

    /** Disables the triggers for the small prefixes: they compare each prefix with all others, and no test asks for their vacancies. */
    private static void people() {
        DB.execute("""
                insert into app_user (username, last_name) select 'u' || n, 'Martin' from generate_series(1, 3000) n;
                insert into user_email (user_id, position, email) select id, 0, username || '@example.org' from app_user;
                with joined as (insert into member (user_id) select id from app_user returning id)
                insert into membership (member_id, joined_on) select id, '2020-01-01' from joined;
                insert into service_type (name) values ('VPN');
                insert into service (type_id, label, starts_on)
                select t.id, 'abo', '2020-01-01' from service_type t, member m;
                insert into prefix (prefix) values ('10.0.0.0/8'), ('2001:db8::/32'), ('172.16.0.0/16');
                alter table prefix disable trigger user;
                insert into prefix (prefix) select set_masklen('11.0.0.0'::inet + n * 256, 24) from generate_series(0, 4000) n;
                alter table prefix enable trigger user;
                insert into record_gap (prefix, lost_until, cause)
                select set_masklen('12.0.0.0'::inet + n * 256, 24), '2019-01-01', 'before' from generate_series(0, 4000) n;""");
    }

    /**
     * Drops the exclusion constraint first: these allocations do not overlap, and checking each would take longer than all
     * the rest. Building an index at the end is faster than adding row by row.
     */
    private static void allocations() {
        DB.execute("""
                alter table ip_allocation disable trigger user;
                alter table ip_allocation drop constraint ip_allocation_one_holder, drop constraint ip_allocation_external_id;
                create table kept_index as select indexname, indexdef from pg_indexes
                where tablename = 'ip_allocation' and indexname !~ '_pkey$|_external_id$';
                do $$ declare i text; begin for i in select indexname from kept_index loop execute 'drop index ' || i; end loop; end $$;
                alter table ip_allocation alter column known_since set default now();
                insert into ip_allocation (service_id, address, held_from, held_until, end_known_since)
                select 1 + (n + y) % 3000, '10.0.0.0'::inet + n, timestamptz '2020-01-01' + interval '1 year' * y,
                       case y when 0 then timestamptz '2021-01-01' end, case y when 0 then now() end
                from generate_series(1, 40000) n, generate_series(0, 1) y;
                insert into ip_allocation (service_id, address, held_from, held_until, end_known_since)
                select 1 + (n + y) % 3000, format('2001:db8:%s:%s00::/56', to_hex(n / 256), to_hex(n % 256))::inet,
                       timestamptz '2020-01-01' + interval '1 year' * y,
                       case y when 0 then timestamptz '2021-01-01' end, case y when 0 then now() end
                from generate_series(0, 53471) n, generate_series(0, 1) y;
                insert into ip_allocation (service_id, address, held_from, held_until, end_known_since)
                select 1, '172.16.0.0'::inet + n, '2020-01-01', timestamptz '2021-01-01' + interval '1 minute' * n, now()
                from generate_series(0, 65535) n;
                do $$ declare i text; begin for i in select indexdef from kept_index loop execute i; end loop; end $$;
                drop table kept_index;
                create index ip_allocation_one_holder on ip_allocation using gist (address inet_ops, tstzrange(held_from, held_until));
                alter table ip_allocation enable trigger user;
                analyze ip_allocation;
                select prefix_use_count(id), vacancy_count(id) from prefix where id <= 3;""");
    }

    /**
     * Each service has had a holder for each of 66 days, and one since then. Their
     * constraints are dropped, as above; the questions do not read their indexes.
     */
    private static void holdings() {
        DB.execute("""
                alter table holding disable trigger user, drop constraint holding_one_holder,
                    drop constraint holding_service, drop constraint holding_member;
                insert into holding (service_id, member_id, starts_on, ends_on, known_since, end_known_since)
                select s.id, 1 + (s.id + n) % 3000, date '2020-01-01' + n, case when n < 66 then date '2020-01-01' + n + 1 end,
                       now(), case when n < 66 then now() end
                from service s, generate_series(0, 66) n;
                alter table holding enable trigger user;""");
    }

    /** The same database; each query is added to the list, with its values inlined. */
    public static DSLContext heard(List<String> queries) {
        return DSL.using(DB.configuration().derive(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                queries.add(DB.renderInlined(context.query()));
            }
        }));
    }

    public static String plan(String query) {
        return DB.fetchSingle("explain (format json) " + query).get(0) + "";
    }
}
