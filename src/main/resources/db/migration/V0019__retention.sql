-- Retention: how long traces of allocations are kept, and the record of what was erased. Only erasures delete rows from
-- the history.

create table retention (
    id          bigint generated always as identity constraint retention_pkey primary key,
    kept_data   text not null constraint retention_once unique constraint retention_data check (kept_data in ('allocations')),
    kept_months smallint not null constraint retention_months check (kept_months between 1 and 1200)
);
comment on table retention is 'For how many months a kind of data is kept; data without a row is kept without limit.';
call keep_history('retention');

-- The same time of day in Paris, a number of months earlier. Traces are kept for one year from the end of the connection
-- where the setting is 12 months (CPCE L34-1 II bis 3°, decree 2021-1362 art. 5).
create function months_before(at timestamptz, months integer) returns timestamptz
    language sql immutable parallel safe
    return (at at time zone 'Europe/Paris' - make_interval(months => months)) at time zone 'Europe/Paris';

-- The instant from which traces of allocations are kept; null where no setting limits it.
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
comment on table erasure is 'When data was erased, by whom, up to which instant and how much of it; never the data itself.';
comment on column erasure.kept_since is 'Traces that had ended by this instant were erased; null for an erasure of sightings.';
create index erasure_kept_since on erasure (kept_since);
create index erasure_xact on erasure (xact);

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
        raise exception 'the retention settings do not allow erasing allocations that ended by %', new.kept_since
            using errcode = 'check_violation', constraint = 'erasure_allowed', table = 'erasure';
    end if;
    return new;
end $$;
create trigger erasure_allowed before insert on erasure for each row execute function erasure_is_allowed();

-- Only the counting triggers below update this table. The history rows that an erasure itself causes are not counted.
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

-- The last erasure that the current transaction recorded.
create function current_erasure() returns erasure
    language sql stable
    return (select e from erasure e where xact = pg_current_xact_id_if_assigned()::text::bigint order by id desc limit 1);

-- Finds deleted allocations by the last row of their history. Reverse names and delegations show who held an address as
-- well.
create index history_gone_allocation on history (table_name, row_id)
    where table_name in ('ip_allocation', 'reverse_name', 'delegation') and action = 'delete';

-- The trace of a deleted row ends with the end of the allocation or with the deletion, whichever is earlier.
create function trace_ended(last_image json, deleted_at timestamptz) returns timestamptz
    language sql stable
    return least((last_image ->> 'held_until')::timestamptz, deleted_at);

-- Everything that will be erased: allocations with an end, and deleted rows that only the history still contains.
create view allocation_trace as
select 'ip_allocation' as table_name, id as row_id, held_until as ended_at from ip_allocation where held_until is not null
union all
select table_name, row_id, trace_ended(before, at) from history
where table_name in ('ip_allocation', 'reverse_name', 'delegation') and action = 'delete';

-- Rows are deleted from the history only in a transaction that recorded an erasure, and only the whole history of a row
-- that no longer exists and whose trace had ended by the instant of that erasure.
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

-- Erased allocations cannot be inserted again, neither by the import of an old export nor by hand.
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

-- Erases at most at_most traces that had ended by an instant, with all their history, and returns their number. The
-- caller repeats it until it returns 0.
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

-- The same for sightings and the findings made from them; their limit is the law's and needs no setting.
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
