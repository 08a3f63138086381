-- Addresses that routers reported as active, and the differences between these sightings and the allocations.

-- The last time at which an address or prefix was seen, one row for each kind of sighting. No hardware addresses and no
-- names are stored: only what is needed to find an error in the allocations. The purpose is the security of the network
-- (CPCE R10-14 IV), which allows three months at most.
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
        raise exception 'a sighting of more than three months ago is not stored'
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
comment on table sighting_file is 'The received router files. silent_days is the number of days without a sighting after which an allocation counts as silent.';

-- The differences between sightings and allocations, as of the last received file.
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
comment on column sighting_finding.since is 'The start of the allocation (silent) or its end (ended).';
create index sighting_finding_by_address on sighting_finding (address, id);
create index sighting_finding_of_kind on sighting_finding (finding, address, id);
create index sighting_finding_allocation_id on sighting_finding (allocation_id);

-- Sightings of addresses that had no holder at that instant; an address that was held in part counts as held. A sighting
-- inside an allocation that had already ended is returned with the last such allocation. Others are returned where the
-- longest prefix around them is a pool, except the route of the pool itself.
create view sighting_unheld as
select s.address, s.seen_at, s.kind, s.source, past.id as allocation_id, past.held_until as ended_at
from sighting s
left join lateral (
    select a.id, a.held_until from ip_allocation a
    where a.address >>= s.address and a.held_until <= s.seen_at
    order by (a.held_until, a.id) desc limit 1) past on true -- a row, so that the planner does not walk an index on held_until
left join lateral (
    select p.prefix, p.kind from prefix p where p.prefix >>= s.address order by masklen(p.prefix) desc limit 1) around on true
where not exists (select from ip_allocation a where a.address && s.address and tstzrange(a.held_from, a.held_until) @> s.seen_at)
  and (past.id is not null or around.kind = 'pool' and not (s.kind = 'route' and s.address = around.prefix));

-- Sightings that show that a current allocation is in use: a sighting inside it, or a route around it that is longer than
-- the longest prefix around it.
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

-- Recomputes the findings, one transaction at a time.
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
