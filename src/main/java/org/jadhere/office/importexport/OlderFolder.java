package org.jadhere.office.importexport;

import java.util.List;

/**
 * Reads folders of before holdings and memberships had files of their own: services with a member, members with one
 * period. Fills the staging tables of the new files from the old columns, as docs/csv.md describes.
 *
 * @param conversion statements that fill the staging table
 * @param faults queries that return the line, the column and the reason of each row that cannot be converted
 * @param invalidation statements that mark these rows, whose days no other check can compare
 */
record OlderFolder(List<String> conversion, List<String> faults, List<String> invalidation) {

    /** For rows that name no first day: the first payment of the service, else the day on which the member joined. */
    private static final String FIRST_DAYS = """
            update staged_services s set "start" = d.first_day
            from (select o.line,
                         coalesce(least(p.first_day, (select min(x.starts_on) from payment x join service t on t.id = x.service_id where t.external_id = o.id)),
                                  j.first_day,
                                  (select min(x.joined_on) from membership x join member t on t.id = x.member_id where t.external_id = o.member_id)) as first_day
                  from staged_services o
                  left join (select service_id, min("start") as first_day from staged_payments group by 1) p on p.service_id = o.id
                  left join (select member_id, min(joined) as first_day from staged_memberships group by 1) j on j.member_id = o.member_id
                  where o.member_id is not null and o."start" is null) d
            where d.line = s.line and not exists (select from holding h join service t on t.id = h.service_id where t.external_id = s.id)""";

    /**
     * The last stored holding of each service of the folder, and what the row makes of the first one. The first day of a
     * row is kept out of the service where it is missing or the day of a handover, of this import or of an earlier one.
     */
    private static final String LAST_HOLDINGS = """
            create temporary table last_holdings on commit drop as
            select *, case when kept then first_start when first_start = service_start then "start" else greatest(first_start, "start") end as first_day
            from (select distinct on (t.id) s."start", t.external_id as service, t.starts_on as service_start, t.ends_on as service_end,
                         h.external_id as id, m.external_id as member, h.starts_on, h.ends_on,
                         first_value(h.external_id) over w as first_id, first_value(m.external_id) over w as first_member,
                         first_value(h.starts_on) over w as first_start, first_value(h.ends_on) over w as first_end,
                         coalesce(s."start" is null or s.member_id is null or s."start" = t.starts_on
                                  or exists (select from holding x where x.service_id = t.id and x.starts_on = s."start")
                                  or s."start" > h.starts_on and s.member_id <> m.external_id or s."start" >= h.ends_on, false) as kept
                  from staged_services s join service t on t.external_id = s.id
                  join holding h on h.service_id = t.id join member m on m.id = h.member_id
                  window w as (partition by t.id order by h.starts_on)
                  order by t.id, h.starts_on desc) l""";

    /** Without a first day the member is unknown or has a fault: the row is kept to report the former. */
    private static final String FIRST = """
            insert into staged_holdings (line, valid, id, service_id, member_id, "start", "end")
            select s.line, s.valid and s."start" is not null, s.id, s.id, s.member_id, s."start", s."end"
            from staged_services s where s.member_id is not null
              and not exists (select from last_holdings l where l.service = s.id)""";

    /** Another member, or the same one again after the end. */
    private static final String HANDOVERS = """
            create temporary table handovers on commit drop as
            select s.line, s.valid, s.id as service, s.member_id as member, s."end",
                   case when s."start" > l.starts_on then s."start" else greatest(paris_day(now()), l.starts_on + 1) end as day
            from staged_services s join last_holdings l on l.service = s.id
            where s.member_id <> l.member or s.member_id = l.member and s."start" >= l.ends_on""";

    private static final String HANDED_OVER = """
            insert into staged_holdings (line, valid, id, service_id, member_id, "start", "end")
            select line, valid, service || ':' || day, service, member, day, "end" from handovers
            union all
            select h.line, h.valid, l.id, l.service, l.member, case when l.id = l.first_id then l.first_day else l.starts_on end, least(l.ends_on, h.day)
            from handovers h join last_holdings l on l.service = h.service""";

    private static final String LEFT = """
            insert into staged_holdings (line, valid, id, service_id, member_id, "start", "end")
            select s.line, s.valid, l.id, s.id, l.member, l.starts_on, greatest(least(paris_day(now()), s."end"), l.starts_on + 1)
            from staged_services s join last_holdings l on l.service = s.id
            where s.member_id is null and coalesce(l.ends_on, 'infinity') > least(paris_day(now()), s."end")""";

    private static final String FIRST_MOVED = """
            insert into staged_holdings (line, valid, id, service_id, member_id, "start", "end")
            select s.line, s.valid, l.first_id, s.id, l.first_member, l.first_day, l.first_end
            from staged_services s join last_holdings l on l.service = s.id
            where l.first_id <> l.id and not l.kept""";

    /** The end of the service is that of the last holding if both ended together. */
    private static final String LAST_MOVED = """
            insert into staged_holdings (line, valid, id, service_id, member_id, "start", "end")
            select s.line, s.valid, l.id, s.id, l.member, case when l.id = l.first_id then l.first_day else l.starts_on end,
                   case when s."end" is not distinct from l.service_end then l.ends_on
                        when l.ends_on is not distinct from l.service_end then s."end" else least(l.ends_on, s."end") end
            from staged_services s join last_holdings l on l.service = s.id and l.member = s.member_id
            where not exists (select from handovers h where h.line = s.line)""";

    private static final String KEPT_FIRST_DAYS = """
            update staged_services s set "start" = l.service_start
            from last_holdings l where l.service = s.id and l.kept""";

    private static final String SERVICE_ENDS_BEFORE = """
            select line, 'end', "end" || ' is not after ' || "start" || ', the first day of the service'
            from staged_services where valid and "end" <= "start\"""";

    private static final String HOLDING_ENDS_BEFORE = """
            select h.line, case when t.id is null then 'member_id' else 'start' end,
                   case when t.id is null then 'the handover on ' || h."start" || ' would be after the end of the service'
                        else 'the holding with id ' || h.id || ' would last from ' || h."start" || ' to ' || h."end" || ': correct it in the program' end
            from staged_holdings h left join holding t on t.external_id = h.id
            where h.valid and h."end" <= h."start\"""";

    private static final String INVALID = "update %s set valid = false, \"end\" = null where \"end\" <= \"start\"";

    private static final String ID_TAKEN = """
            select d.line, 'member_id', 'the handover on ' || d.day || ' has the id of a holding in the database: ' || t.external_id
            from handovers d join holding t on t.external_id = d.service || ':' || d.day""";

    /**
     * A row speaks of the stored period with its first day, else of the latest one that it overlaps. What began later
     * stays, and limits it.
     */
    private static final String SPOKEN_OF = """
            create temporary table older_memberships on commit drop as
            select s.line, s.valid, s.id as member, s.joined, own.id as own,
                   case when not %s or later.joined_on <= coalesce(s."left", 'infinity') then own.left_on else s."left" end as "left"
            from staged_members s
            left join member m on m.external_id = s.id
            left join lateral (select x.id, x.joined_on, x.left_on from membership x
                               where x.member_id = m.id
                                 and (x.joined_on = s.joined or daterange(x.joined_on, x.left_on) && daterange(s.joined, s."left"))
                               order by x.joined_on = s.joined desc, x.joined_on desc limit 1) own on true
            left join lateral (select min(x.joined_on) as joined_on from membership x
                               where x.member_id = m.id and x.joined_on > own.joined_on) later on true
            where s.joined is not null""";

    private static final String MEMBERSHIPS = """
            insert into staged_memberships (line, valid, member_id, joined, "left")
            select line, valid, member, joined, "left" from older_memberships""";

    private static final String MEMBERSHIP_OVERLAPS = """
            select distinct on (o.line) o.line, 'joined', 'overlaps the membership from ' || x.joined_on || coalesce(' to ' || x.left_on, '')
                || ' in the database, or no day lies between them'
            from older_memberships o
            join member m on m.external_id = o.member
            join membership x on x.member_id = m.id and x.id is distinct from o.own
                and daterange(x.joined_on, x.left_on, '[]') && daterange(o.joined, o."left", '[]')
            where o.valid
            order by o.line, x.joined_on""";

    private static final String MOVED_MEMBERSHIPS = """
            update membership x set joined_on = o.joined, left_on = o."left" from older_memberships o
            where x.id = o.own and (x.joined_on, x.left_on) is distinct from (o.joined, o."left")""";

    static OlderFolder holdings() {
        return new OlderFolder(
                List.of(
                        FIRST_DAYS,
                        LAST_HOLDINGS,
                        FIRST,
                        HANDOVERS,
                        HANDED_OVER,
                        LEFT,
                        FIRST_MOVED,
                        LAST_MOVED,
                        KEPT_FIRST_DAYS),
                List.of(SERVICE_ENDS_BEFORE, HOLDING_ENDS_BEFORE, ID_TAKEN),
                List.of(INVALID.formatted("staged_services"), INVALID.formatted("staged_holdings")));
    }

    /** @param hasEnds whether the folder has the column {@code left} */
    static OlderFolder memberships(boolean hasEnds) {
        return new OlderFolder(
                List.of(SPOKEN_OF.formatted(hasEnds), MEMBERSHIPS), List.of(MEMBERSHIP_OVERLAPS), List.of());
    }

    /** Before the memberships are stored: the periods of which the folder speaks take its days. */
    static String moveMemberships() {
        return MOVED_MEMBERSHIPS;
    }
}
