-- What routers saw, against what was allocated; and what the law wants forgotten.

-- The last time that an address or prefix was seen, in each way. No hardware address, no name: what finds a fault in the
-- ledger and no more. Security of the network (CPCE R10-14 IV): three months at most.
create table sighting (
    id      bigint generated always as identity constraint sighting_pkey primary key,
    address inet not null
            constraint sighting_whole check (address = network(address))
            constraint sighting_not_mapped check (not address <<= '::ffff:0.0.0.0/96'),
    kind    text not null constraint sighting_kind check (kind in ('lease', 'neighbour', 'route')),
    seen_at timestamptz not null constraint sighting_seen_finite check (isfinite(seen_at)),
    source  text not null default '' constraint sighting_source_length check (char_length(source) <= 200),
    constraint sighting_last unique (address, kind)
);
create index sighting_address on sighting using gist (address inet_ops);
create index sighting_by_time on sighting (seen_at);

create function sightings_kept_since() returns timestamptz
    language sql volatile
    return clock_timestamp() - interval '3 months';

create function sighting_is_young() returns trigger
    language plpgsql as $$
begin
    if exists (select from new_rows where seen_at < sightings_kept_since() - interval '1 minute') then
        raise exception 'what was seen more than three months ago is not kept'
            using errcode = 'check_violation', constraint = 'sighting_young', table = 'sighting';
    end if;
    return null;
end $$;
create trigger sighting_young_insert after insert on sighting
    referencing new table as new_rows for each statement execute function sighting_is_young();
create trigger sighting_young_update after update on sighting
    referencing new table as new_rows for each statement execute function sighting_is_young();

create table sighting_file (
    id          bigint generated always as identity constraint sighting_file_pkey primary key,
    at          timestamptz not null default now(),
    actor       text not null,
    door        text not null,
    lines       integer not null constraint sighting_file_lines check (lines >= 0),
    passed_over integer not null constraint sighting_file_passed_over check (passed_over between 0 and lines),
    silent_days smallint not null constraint sighting_file_silent_days check (silent_days between 1 and 89)
);
comment on table sighting_file is 'When routers were heard, and after how many days without a sign an allocation was called silent.';

-- What sightings and ledger do not agree on, as of the last file.
create table sighting_finding (
    id            bigint generated always as identity constraint sighting_finding_pkey primary key,
    finding       text not null constraint sighting_finding_known check (finding in ('unallocated', 'silent', 'ended')),
    address       inet not null,
    allocation_id bigint constraint sighting_finding_allocation references ip_allocation on delete cascade,
    since         timestamptz,
    seen_at       timestamptz,
    kind          text,
    source        text,
    constraint sighting_finding_about check ((allocation_id is null) = (finding = 'unallocated')),
    constraint sighting_finding_seen check (finding = 'silent' or seen_at is not null)
);
comment on column sighting_finding.since is 'Since when it is held (silent), or no more (ended).';
create index sighting_finding_by_address on sighting_finding (address, id);
create index sighting_finding_of_kind on sighting_finding (finding, address, id);
create index sighting_finding_allocation_id on sighting_finding (allocation_id);

-- Sightings against who held it at the instant of each: held, even in a part, is as it should be.
-- What lies in an allocation that had ended by then is told with the last such; else it counts where the longest prefix
-- around it is a pool, unless it is that pool's own route.
create view sighting_unheld as
select s.address, s.seen_at, s.kind, s.source, past.id as allocation_id, past.held_until as ended_at
from sighting s
left join lateral (
    select a.id, a.held_until from ip_allocation a
    where a.address >>= s.address and a.held_until <= s.seen_at
    order by (a.held_until, a.id) desc limit 1) past on true -- a pair, lest an index on ends is walked for its order
left join lateral (
    select p.prefix, p.kind from prefix p where p.prefix >>= s.address order by masklen(p.prefix) desc limit 1) around on true
where not exists (select from ip_allocation a where a.address && s.address and tstzrange(a.held_from, a.held_until) @> s.seen_at)
  and (past.id is not null or around.kind = 'pool' and not (s.kind = 'route' and s.address = around.prefix));

-- Signs of life of what is held now: what was seen inside, or a route around it that is longer than the longest prefix around it.
create view allocation_sign as
select a.id as allocation_id, s.seen_at, s.kind, s.source
from sighting s
join ip_allocation a on a.address >>= s.address
where a.held_until is null and s.seen_at >= a.held_from
union all
select a.id, s.seen_at, s.kind, s.source
from sighting s
join ip_allocation a on a.address << s.address
where a.held_until is null and s.seen_at >= a.held_from and s.kind = 'route'
  and exists (select from prefix p where p.prefix >> s.address)
  and not exists (select from prefix p where p.prefix >>= a.address and p.prefix <<= s.address);

-- Makes the findings anew. One at a time.
create function find_sightings(silent_days integer, at timestamptz) returns void
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock('sighting_finding'::regclass::oid::bigint);
    delete from sighting_finding;
    insert into sighting_finding (finding, address, allocation_id, since, seen_at, kind, source)
    select case when u.allocation_id is null then 'unallocated' else 'ended' end,
           u.address, u.allocation_id, u.ended_at, u.seen_at, u.kind, u.source
    from sighting_unheld u;
    insert into sighting_finding (finding, address, allocation_id, since, seen_at, kind, source)
    select 'silent', a.address, a.id, a.held_from, last.seen_at, last.kind, last.source
    from ip_allocation a
    left join (select distinct on (allocation_id) allocation_id, seen_at, kind, source
               from allocation_sign order by allocation_id, seen_at desc, kind) last on last.allocation_id = a.id
    where a.held_until is null and a.held_from <= at - make_interval(hours => 24 * silent_days)
      and (last.seen_at is null or last.seen_at < at - make_interval(hours => 24 * silent_days));
end $$;

-- Erasing. From when on traces of allocations are kept, seen from an instant, with clocks as in Paris: one year from the end of
-- the connection where the setting says 12 months (CPCE L34-1 II bis 3°, decree 2021-1362 art. 5).
create function months_before(at timestamptz, months integer) returns timestamptz
    language sql immutable parallel safe
    return (at at time zone 'Europe/Paris' - make_interval(months => months)) at time zone 'Europe/Paris';

-- None where no setting says so: then all is kept.
create function allocations_kept_since() returns timestamptz
    language sql volatile
    return (select months_before(clock_timestamp(), kept_months) from retention where kept_data = 'allocations');

create table erasure (
    id          bigint generated always as identity constraint erasure_pkey primary key,
    at          timestamptz not null default clock_timestamp(),
    actor       text not null,
    door        text not null,
    xact        bigint not null,
    kept_since  timestamptz constraint erasure_kept_since_finite check (isfinite(kept_since)),
    allocations integer not null default 0,
    lines       integer not null default 0,
    sightings   integer not null default 0
);
comment on table erasure is 'What was erased when, by whom, up to which instant, and how much of it; never what it was.';
comment on column erasure.kept_since is 'What had ended by then was erased; none where it was about sightings.';
create index erasure_kept_since on erasure (kept_since);

create function erasure_is_allowed() returns trigger
    language plpgsql as $$
begin
    new.at := clock_timestamp();
    new.actor := coalesce(nullif(current_setting('jadhere.actor', true), ''), session_user);
    new.door := coalesce(nullif(current_setting('jadhere.door', true), ''), 'sql');
    new.xact := pg_current_xact_id()::text::bigint;
    new.allocations := 0;
    new.lines := 0;
    new.sightings := 0;
    if new.kept_since is not null and new.kept_since <= allocations_kept_since() is not true then
        raise exception 'no setting says that allocations are not kept until %', new.kept_since
            using errcode = 'check_violation', constraint = 'erasure_allowed', table = 'erasure';
    end if;
    return new;
end $$;
create trigger erasure_allowed before insert on erasure for each row execute function erasure_is_allowed();

-- The database counts by itself, from within its triggers; nobody else writes here. The lines that an erasure itself makes,
-- on its way, are not counted.
create function erasure_is_kept() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'UPDATE' and pg_trigger_depth() > 1 then
        return null;
    end if;
    raise exception 'the record of erasures cannot be changed'
        using errcode = 'check_violation', constraint = 'erasure_kept', table = 'erasure';
end $$;
create trigger erasure_kept before update or delete or truncate on erasure
    for each statement execute function erasure_is_kept();

-- The erasure that this transaction has put on record.
create function current_erasure() returns erasure
    language sql stable
    return (select e from erasure e where xact = pg_current_xact_id_if_assigned()::text::bigint order by id desc limit 1);
create index erasure_xact on erasure (xact);

-- Allocations that were deleted, by their last line: their trace ends with the end that they had, or with the deletion. The names
-- and name servers of addresses tell who held them as well; their trace ends when they are removed.
create index history_gone_allocation on history (table_name, row_id)
    where table_name in ('ip_allocation', 'reverse_name', 'delegation') and action = 'delete';

create function trace_ended(last_image json, deleted_at timestamptz) returns timestamptz
    language sql stable
    return least((last_image ->> 'held_until')::timestamptz, deleted_at);

-- What there is to be erased one day: allocations with an end, and those of which only the history tells.
create view allocation_trace as
select 'ip_allocation' as table_name, id as row_id, held_until as ended_at from ip_allocation where held_until is not null
union all
select table_name, row_id, trace_ended(before, at) from history
where table_name in ('ip_allocation', 'reverse_name', 'delegation') and action = 'delete';

-- The one way out of the history: the whole history of an allocation that is gone and whose trace had ended by the instant up
-- to which this transaction has put an erasure on record.
drop trigger history_kept on history;
create trigger history_kept before update or truncate on history
    for each statement execute function history_is_kept();

create function history_is_kept_but_for_erasures() returns trigger
    language plpgsql as $$
begin
    if (current_erasure()).kept_since is null then
        raise exception 'the history cannot be changed' using errcode = 'check_violation', constraint = 'history_kept', table = 'history';
    end if;
    return null;
end $$;
create trigger history_kept_delete before delete on history
    for each statement execute function history_is_kept_but_for_erasures();

create function history_is_erased_lawfully() returns trigger
    language plpgsql as $$
declare
    done erasure := current_erasure();
begin
    if exists (select from old_rows o where o.table_name not in ('ip_allocation', 'reverse_name', 'delegation'))
        or exists (select from old_rows o join ip_allocation a on o.table_name = 'ip_allocation' and a.id = o.row_id)
        or exists (select from old_rows o join reverse_name r on o.table_name = 'reverse_name' and r.id = o.row_id)
        or exists (select from old_rows o join delegation d on o.table_name = 'delegation' and d.id = o.row_id)
        or exists (select from old_rows o join history h on h.table_name = o.table_name and h.row_id = o.row_id)
        or exists (select from old_rows o group by o.table_name, o.row_id
                   having bool_and(trace_ended(o.before, o.at) <= done.kept_since) filter (where o.action = 'delete') is not true) then
        raise exception 'the history cannot be changed' using errcode = 'check_violation', constraint = 'history_kept', table = 'history';
    end if;
    update erasure e
    set lines = e.lines + gone.lines, allocations = e.allocations + gone.allocations
    from (select count(*) filter (where at < now()) as lines, count(distinct (table_name, row_id)) as allocations from old_rows) gone
    where e.id = done.id;
    return null;
end $$;
create trigger history_erased after delete on history
    referencing old table as old_rows for each statement execute function history_is_erased_lawfully();

create function sightings_are_counted() returns trigger
    language plpgsql as $$
begin
    update erasure set sightings = sightings + (select count(*) from old_rows) where id = (current_erasure()).id;
    return null;
end $$;
create trigger sighting_counted after delete on sighting
    referencing old table as old_rows for each statement execute function sightings_are_counted();

-- What is erased does not come back, by an old export or by hand.
create function ip_allocation_is_kept() returns trigger
    language plpgsql as $$
begin
    if exists (select from new_rows where held_until <= (select max(kept_since) from erasure)) then
        raise exception 'an allocation that ended by % is no longer kept', (select max(kept_since) from erasure)
            using errcode = 'check_violation', constraint = 'ip_allocation_kept', table = 'ip_allocation';
    end if;
    return null;
end $$;
create trigger ip_allocation_kept_insert after insert on ip_allocation
    referencing new table as new_rows for each statement execute function ip_allocation_is_kept();
create trigger ip_allocation_kept_update after update on ip_allocation
    referencing new table as new_rows for each statement execute function ip_allocation_is_kept();
create index ip_allocation_by_end on ip_allocation (held_until) where held_until is not null;

-- Erases up to so many traces that had ended by an instant, with all their history; answers how many. Again until none are left.
create function erase_allocations(ended_by timestamptz, at_most integer) returns integer
    language plpgsql as $$
declare
    tables text[];
    gone   bigint[];
begin
    perform pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint);
    select array_agg(table_name), array_agg(row_id) into tables, gone
    from (select table_name, row_id from allocation_trace where ended_at <= ended_by limit at_most) t;
    if gone is null then
        return 0;
    end if;
    insert into erasure (actor, door, xact, kept_since) values ('', '', 0, ended_by);
    delete from ip_allocation using unnest(tables, gone) t (table_name, row_id) where t.table_name = 'ip_allocation' and id = t.row_id;
    delete from history h using unnest(tables, gone) t (table_name, row_id) where h.table_name = t.table_name and h.row_id = t.row_id;
    return cardinality(gone);
end $$;

-- The same for sightings and what was found by them, which need no setting.
create function forget_sightings(at_most integer) returns integer
    language plpgsql as $$
declare
    gone integer;
begin
    perform pg_advisory_xact_lock('sighting'::regclass::oid::bigint);
    if not exists (select from sighting where seen_at < sightings_kept_since()) then
        return 0;
    end if;
    insert into erasure (actor, door, xact) values ('', '', 0);
    update sighting_finding set seen_at = null, kind = null, source = null where finding = 'silent' and seen_at < sightings_kept_since();
    delete from sighting_finding where finding <> 'silent' and seen_at < sightings_kept_since();
    delete from sighting where id in (select id from sighting where seen_at < sightings_kept_since() order by seen_at limit at_most);
    get diagnostics gone = row_count;
    return gone;
end $$;
