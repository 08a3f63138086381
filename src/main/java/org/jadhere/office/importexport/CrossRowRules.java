package org.jadhere.office.importexport;

/** Checks of a single table. Each query returns the line, the column and the reason of each fault. */
final class CrossRowRules {

    static final String MEMBER_HELD_TWICE = """
            select s.line, 'holder_id', 'is a member already, with the id ' || t.external_id
            from staged_members s
            join member t on t.user_id = (select id from app_user where external_id = s.holder_id and s.holder = 'user')
                or t.organisation_id = (select id from organisation where external_id = s.holder_id and s.holder = 'organisation')
            where t.external_id <> s.id""";

    static final String MEMBER_KEPT = """
            select s.line, case when t.number <> s.number then 'number' else 'holder_id' end,
                   'a member keeps number and holder; the database has number ' || t.number
                   || case when u.id is null then ', organisation ' || o.external_id else ', user ' || u.external_id end
            from staged_members s
            join member t on t.external_id = s.id
            left join app_user u on u.id = t.user_id
            left join organisation o on o.id = t.organisation_id
            where s.valid and (s.number, s.holder, s.holder_id) is distinct from
                (t.number, case when u.id is null then 'organisation' else 'user' end, coalesce(u.external_id, o.external_id))""";

    static final String OVERLAP_IN_FOLDER = """
            select distinct on (s.line) s.line, 'address', s.address || ' is held at the same time on line ' || o.line || ' (' || o.address || ')'
            from staged_allocations o
            join staged_allocations s on s.address && o.address and s.line > o.line and s.id <> o.id
                and tstzrange(s."from", s."to") && tstzrange(o."from", o."to")
            where s.valid and o.valid
            order by s.line, o.line""";

    static final String OVERLAP_STORED = """
            select distinct on (s.line) s.line, 'address', s.address || ' is held at the same time in the database, by the allocation with id '
                || t.external_id || ' (' || t.address || ')'
            from staged_allocations s
            join ip_allocation t on t.address && s.address and tstzrange(t.held_from, t.held_until) && tstzrange(s."from", s."to")
            where s.valid and t.external_id <> s.id and not exists (select from staged_allocations o where o.id = t.external_id)
            order by s.line, t.id""";

    // Erased data is not stored again (CPCE art. L34-1), even from an export that is older than the erasure.
    static final String ERASED = """
            select s.line, 'to', 'allocations that ended by ' || e.kept_since || ' were erased and are no longer kept: leave the line out'
            from staged_allocations s, (select max(kept_since) as kept_since from erasure) e
            where s.valid and s."to" <= e.kept_since
            order by s.line""";

    static final String NO_MEMBERSHIP = """
            select s.line, 'id', 'has no period of membership: memberships.csv has no line with this member_id'
            from staged_members s
            where s.valid and not exists (select from staged_memberships p where p.member_id = s.id)
              and not exists (select from membership p join member m on m.id = p.member_id where m.external_id = s.id)""";

    /** The stored period of a row, as the rest of an update. */
    static final String STORED_MEMBERSHIPS =
            "membership t join member m on m.id = t.member_id where m.external_id = s.member_id and t.joined_on = s.joined";

    static final String MEMBERSHIPS_OVERLAP = """
            select distinct on (s.line) s.line, 'joined', 'overlaps line ' || o.line || ', or no day lies between them'
            from staged_memberships s
            join staged_memberships o on o.member_id = s.member_id and o.line < s.line
                and daterange(o.joined, o."left", '[]') && daterange(s.joined, s."left", '[]')
            where s.valid and o.valid
            order by s.line, o.line""";

    /** Not a check: a member that the file names has exactly the periods of the file. */
    static final String OTHER_MEMBERSHIPS = """
            delete from membership p using member m
            where m.id = p.member_id and exists (select from staged_memberships s where s.member_id = m.external_id)
              and not exists (select from staged_memberships s where s.member_id = m.external_id and s.joined = p.joined_on)""";

    static final String HOLDINGS_OVERLAP = """
            select distinct on (s.line) s.line, 'start', 'the service is held on the same days on line ' || o.line
            from staged_holdings s
            join staged_holdings o on o.service_id = s.service_id and o.line < s.line and o.id <> s.id
                and daterange(o."start", o."end") && daterange(s."start", s."end")
            where s.valid and o.valid
            order by s.line, o.line""";

    static final String HOLDING_OVERLAPS_STORED = """
            select distinct on (s.line) s.line, 'start', 'the service is held on the same days in the database, by the holding with id ' || t.external_id
            from staged_holdings s
            join service v on v.external_id = s.service_id
            join holding t on t.service_id = v.id and daterange(t.starts_on, t.ends_on) && daterange(s."start", s."end")
            where s.valid and t.external_id <> s.id and not exists (select from staged_holdings o where o.id = t.external_id)
            order by s.line, t.id""";

    static final String HOLDING_OUTSIDE_SERVICE = """
            select s.line, case when v."start" is null or s."start" < v."start" then 'start' else 'end' end,
                   'outside the days of the service: ' || coalesce(v."start"::text, 'not begun') || coalesce(' to ' || v."end", '')
            from staged_holdings s
            join (select id, "start", "end" from staged_services where valid
                  union all
                  select t.external_id, t.starts_on, t.ends_on from service t
                  where not exists (select from staged_services o where o.id = t.external_id)) v on v.id = s.service_id
            where s.valid and (v."start" is null or s."start" < v."start" or coalesce(s."end", 'infinity') > coalesce(v."end", 'infinity'))""";

    static final String SERVICE_LEAVES_HOLDING = """
            select distinct on (s.line) s.line, case when s."start" is null or t.starts_on < s."start" then 'start' else 'end' end,
                   'the holding with id ' || t.external_id || ' in the database lasts from ' || t.starts_on || coalesce(' to ' || t.ends_on, '')
            from staged_services s
            join service v on v.external_id = s.id
            join holding t on t.service_id = v.id
                and (s."start" is null or t.starts_on < s."start" or coalesce(t.ends_on, 'infinity') > coalesce(s."end", 'infinity'))
            where s.valid and not exists (select from staged_holdings o where o.id = t.external_id)
            order by s.line, t.starts_on""";

    static final String HOLDING_KEPT = """
            select s.line, case when v.external_id <> s.service_id then 'service_id' else 'member_id' end,
                   case when v.external_id <> s.service_id then 'a holding keeps its service; the database has ' || v.external_id
                        else 'a holding with payments keeps its member; the database has ' || m.external_id end
            from staged_holdings s
            join holding t on t.external_id = s.id
            join service v on v.id = t.service_id
            join member m on m.id = t.member_id
            where s.valid and (v.external_id <> s.service_id
                               or m.external_id <> s.member_id and exists (select from payment p where p.holding_id = t.id))""";

    static final String PAYMENT_KEPT = """
            select s.line, 'service_id', 'a payment stays with its holding, of the service with id ' || v.external_id
            from staged_payments s
            join payment t on t.external_id = s.id and t.holding_id is not null
            join service v on v.id = t.service_id and v.external_id <> s.service_id
            where s.valid""";

    static final String HOLDING_OF_OTHER_SERVICE = """
            select s.line, 'holding_id', 'is a holding of another service: ' || h.service_id
            from staged_payments s
            join (select id, service_id from staged_holdings
                  union all
                  select t.external_id, v.external_id from holding t join service v on v.id = t.service_id
                  where not exists (select from staged_holdings o where o.id = t.external_id)) h on h.id = s.holding_id
            where s.valid and h.service_id <> s.service_id""";

    private CrossRowRules() {}
}
