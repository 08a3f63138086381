-- Allocations know since when they are known; what is given up rests; what is free is found without reading what is held.

alter table ip_allocation
    add column known_since     timestamptz,
    add column end_known_since timestamptz;
comment on column ip_allocation.known_since is 'When it was written down that it was held, whenever it had begun. Kept from the folder when it is imported.';
comment on column ip_allocation.end_known_since is 'When its end was written down, whenever that was or will be.';

create function ip_allocation_is_known() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.known_since := least(new.known_since, now());
    else
        new.known_since := old.known_since;
    end if;
    if new.held_until is null then
        new.end_known_since := null;
    elsif tg_op = 'UPDATE' and new.held_until is not distinct from old.held_until then
        new.end_known_since := old.end_known_since;
    elsif tg_op = 'INSERT' then
        new.end_known_since := greatest(least(new.end_known_since, now()), new.known_since);
    else
        new.end_known_since := now();
    end if;
    return new;
end $$;
create trigger ip_allocation_known before insert or update on ip_allocation
    for each row execute function ip_allocation_is_known();

-- What was written down before is known since the history says so. It is not an act: only what the history has already is copied.
alter table ip_allocation disable trigger user;
update ip_allocation a
set known_since = coalesce((select min(h.at) from history h where h.table_name = 'ip_allocation' and h.row_id = a.id and h.before is null), now()),
    end_known_since = case when a.held_until is not null then coalesce((
        select max(h.at) from history h
        where h.table_name = 'ip_allocation' and h.row_id = a.id
          and h.after ->> 'held_until' is distinct from h.before ->> 'held_until'), now()) end;
alter table ip_allocation enable trigger user;
alter table ip_allocation
    alter column known_since set not null,
    add constraint ip_allocation_end_known check ((end_known_since is not null) = (held_until is not null));

alter table prefix
    add column rest_days smallint constraint prefix_rest_days check (rest_days between 1 and 3650);
comment on column prefix.rest_days is 'For how many days what was given up is not given again; none where it may be at once.';

-- What nobody holds of a pool, as blocks. Each is as large as may be, but for the cuts that allocations made, held or over:
-- a block is of one past. What lies in another prefix inside the pool is that one''s to give.
create table vacancy (
    prefix_id  bigint constraint vacancy_prefix references prefix on delete cascade,
    block      inet,
    free_since timestamptz,
    constraint vacancy_pkey primary key (prefix_id, block)
);
comment on table vacancy is 'Made of ip_allocation and prefix by triggers; vacancy_count makes it anew.';
comment on column vacancy.free_since is 'When the last who held any of it gave it up, or will; none where nobody ever did.';
create index vacancy_untouched on vacancy (prefix_id, masklen(block), block) where free_since is null;
create index vacancy_freed on vacancy (prefix_id, free_since, block) where free_since is not null;

-- The last address in a block: in network order, what lies inside stands between the block and it.
create function block_end(block inet) returns inet
    language sql immutable parallel safe
    return set_masklen(broadcast(block), case family(block) when 4 then 32 else 128 end);

-- Itself, and all that contain it.
create function blocks_around(block inet) returns inet[]
    language sql immutable parallel safe
    return array(select network(set_masklen(block, n))::inet from generate_series(0, masklen(block)) n);

-- When the last who held these very addresses gave them up; "infinity" while somebody holds them. Rows are compared, since
-- that leads into the index in network order and into no other.
create function last_end(block inet) returns timestamptz
    language sql stable
    return (select max(coalesce(a.held_until, 'infinity')) from ip_allocation a
            where (a.address, a.id) >= (block, 0::bigint) and (a.address, a.id) <= (block, 9223372036854775807));

-- Whether something smaller lies in a block: what comes next in network order would.
create function holds_more(block inet) returns boolean
    language sql stable
    return coalesce((select a.address from ip_allocation a where (a.address, a.id) > (block, 9223372036854775807) order by a.address, a.id limit 1)
                    <= block_end(block), false)
        or coalesce((select p.prefix from prefix p where p.prefix > block order by p.prefix limit 1) <= block_end(block), false);

-- Halves a block until each part is held, kept, or of one past; those of one past are told. One step in an index a part.
create function vacancy_inside(pool bigint, whole inet) returns table (block inet, free_since timestamptz)
    language sql stable
    begin atomic
        with recursive part (block, since, kept, mixed) as (
            select whole,
                   (select max(last_end(around)) from unnest(blocks_around(whole)) around),
                   exists (select from prefix p join prefix mine on mine.id = pool and p.prefix << mine.prefix
                           where p.prefix = any (blocks_around(whole))),
                   holds_more(whole)
            union all
            select half,
                   greatest(part.since, last_end(half)),
                   exists (select from prefix p where p.prefix = half and p.id <> pool),
                   holds_more(half)
            from part
            cross join lateral (values (network(set_masklen(part.block, masklen(part.block) + 1))::inet),
                                       (network(set_masklen(block_end(part.block), masklen(part.block) + 1))::inet)) halves (half)
            where part.mixed and not part.kept and part.since is distinct from 'infinity'
        )
        select part.block, part.since from part
        where not part.mixed and not part.kept and part.since is distinct from 'infinity';
    end;

create function vacancy_count(counted bigint) returns void
    language sql
    begin atomic
        delete from vacancy where prefix_id = counted;
        insert into vacancy (prefix_id, block, free_since)
        select p.id, v.block, v.free_since from prefix p cross join lateral vacancy_inside(p.id, p.prefix) v
        where p.id = counted and p.kind = 'pool';
    end;

-- Around what changed, the block that was free before is looked at anew; where none was, what changed itself.
create function vacancy_renew(changed inet[]) returns void
    language plpgsql as $$
declare
    pools  bigint[];
    blocks inet[];
begin
    select array_agg(prefix_id), array_agg(block) into pools, blocks
    from (select prefix_id, block, max(block_end(block)) over (partition by prefix_id order by block rows between unbounded preceding and 1 preceding) as seen
          from (select distinct p.id as prefix_id,
                       case when free.block >>= address then free.block
                            when masklen(address) > masklen(p.prefix) then address
                            else p.prefix end as block
                from unnest(changed) address
                join prefix p on p.prefix && address and p.kind = 'pool'
                left join lateral (select v.block from vacancy v where v.prefix_id = p.id and v.block <= address order by v.block desc limit 1) free on true) each_one) in_order
    where seen is null or seen < block_end(block);
    delete from vacancy v using unnest(pools, blocks) as anew (pool, block)
    where v.prefix_id = anew.pool and v.block >= anew.block and v.block <= block_end(anew.block);
    insert into vacancy (prefix_id, block, free_since)
    select anew.pool, v.block, v.free_since
    from unnest(pools, blocks) as anew (pool, block) cross join lateral vacancy_inside(anew.pool, anew.block) v;
end $$;

create function ip_allocation_leaves_room() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform vacancy_renew(array(select distinct address from new_rows));
    elsif tg_op = 'DELETE' then
        perform vacancy_renew(array(select distinct address from old_rows));
    else
        perform vacancy_renew(array(select address from old_rows union select address from new_rows));
    end if;
    return null;
end $$;
create trigger ip_allocation_room_insert after insert on ip_allocation
    referencing new table as new_rows for each statement execute function ip_allocation_leaves_room();
create trigger ip_allocation_room_update after update on ip_allocation
    referencing old table as old_rows new table as new_rows for each statement execute function ip_allocation_leaves_room();
create trigger ip_allocation_room_delete after delete on ip_allocation
    referencing old table as old_rows for each statement execute function ip_allocation_leaves_room();

-- A prefix changes what is free of the pools around it and inside it as well.
create function prefix_leaves_room() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint);
    perform vacancy_count(id) from prefix where prefix && old.prefix or prefix && new.prefix;
    return null;
end $$;
create trigger prefix_room after insert or delete or update of prefix, kind on prefix
    for each row execute function prefix_leaves_room();

select vacancy_count(id) from prefix;
