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

    private CrossRowRules() {}
}
