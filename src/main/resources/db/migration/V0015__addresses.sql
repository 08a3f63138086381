-- The association's prefixes, which service held which address when, and what is in use and free in each prefix.

create table prefix (
    id           bigint generated always as identity constraint prefix_pkey primary key,
    prefix       inet not null constraint prefix_once unique
                 constraint prefix_whole check (prefix = network(prefix))
                 constraint prefix_not_mapped check (not prefix <<= '::ffff:0.0.0.0/96'),
    description  text not null default '' constraint prefix_description_length check (char_length(description) <= 2000),
    kind         text not null default 'pool' constraint prefix_kind check (kind in ('pool', 'own', 'reserved')),
    part_length  smallint,
    sparse       boolean not null default false,
    keeps_edges  boolean not null default true,
    warn_percent smallint constraint prefix_warn_percent check (warn_percent between 1 and 100),
    rest_days    smallint constraint prefix_rest_days check (rest_days between 1 and 3650),
    constraint prefix_part_length check (part_length between masklen(prefix) and case family(prefix) when 4 then 32 else 128 end)
);
comment on column prefix.part_length is 'The prefix length of what a pool allocates; null where it allocates nothing automatically.';
comment on column prefix.sparse is 'Whether the next allocation is placed as far as possible from existing ones, so that each can grow.';
comment on column prefix.keeps_edges is 'Whether the first address and, in IPv4, the last address are never allocated as single addresses.';
comment on column prefix.rest_days is 'The number of days before a released address is allocated again; null for no delay.';
-- Finds the prefixes that overlap an address without reading all of them.
create index prefix_containing on prefix using gist (prefix inet_ops);
call keep_history('prefix');

create table ip_allocation (
    id              bigint generated always as identity constraint ip_allocation_pkey primary key,
    external_id     external_id not null default gen_random_uuid()::text constraint ip_allocation_external_id unique,
    service_id      bigint not null constraint ip_allocation_service references service,
    -- Not cidr: a cidr column silently cuts the host bits off an inet value, which turns one address into a whole prefix.
    address         inet not null
                    constraint ip_allocation_whole check (address = network(address))
                    constraint ip_allocation_not_mapped check (not address <<= '::ffff:0.0.0.0/96'),
    held_from       timestamptz not null constraint ip_allocation_from_finite check (isfinite(held_from)),
    held_until      timestamptz constraint ip_allocation_until_finite check (isfinite(held_until)),
    known_since     timestamptz not null,
    end_known_since timestamptz,
    constraint ip_allocation_times check (held_until > held_from),
    constraint ip_allocation_end_known check ((end_known_since is not null) = (held_until is not null)),
    -- The guarantee of the ledger: at any instant an address has one holder. A prefix conflicts with an address inside it.
    constraint ip_allocation_one_holder exclude using gist (address inet_ops with &&, tstzrange(held_from, held_until) with &&)
);
comment on column ip_allocation.address is 'A single address is a /32 or /128. IPv4 addresses mapped into IPv6 are written as IPv4.';
comment on column ip_allocation.held_until is 'Half-open: the first instant at which it is not held; null while it is held.';
comment on column ip_allocation.known_since is 'When the allocation was recorded, which may be later than held_from. An import takes it from the CSV folder.';
comment on column ip_allocation.end_known_since is 'When the end was recorded, which may be before or after held_until.';
create index ip_allocation_service_id on ip_allocation (service_id);
create index ip_allocation_by_address on ip_allocation (address, id);
create index ip_allocation_by_start on ip_allocation (held_from, id);
create index ip_allocation_by_end on ip_allocation (held_until) where held_until is not null;
create index ip_allocation_open on ip_allocation (address, id) where held_until is null;
call keep_history('ip_allocation');

-- One writing transaction at a time. Two that insert overlapping rows concurrently would wait for each other, and one
-- would report a deadlock instead of the conflicting holder; two that change the same counts would deadlock as well.
create function ip_allocation_takes_turn() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint);
    return null;
end $$;
create trigger ip_allocation_turn before insert or update on ip_allocation
    for each statement execute function ip_allocation_takes_turn();
create trigger ip_allocation_turn_delete before delete on ip_allocation
    for each statement execute function ip_allocation_takes_turn();

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

-- The service that holds all of an address or prefix at this moment; null if there is none. now() would return the start
-- of the transaction instead.
create function holder_now(range inet) returns bigint
    language sql volatile
    return (select service_id from ip_allocation
            where address >>= range and tstzrange(held_from, held_until) @> clock_timestamp() limit 1);

-- The number of addresses currently held in each block of a prefix. Triggers keep the counts up to date, so that the map
-- of a prefix costs the same for any number of allocations. A prefix has at most 256 blocks, or fewer and larger ones
-- where larger ones are held.
create table prefix_use (
    prefix_id bigint constraint prefix_use_prefix references prefix on delete cascade,
    block     inet,
    taken     numeric not null,
    constraint prefix_use_pkey primary key (prefix_id, block)
);
comment on table prefix_use is 'Counts the rows of ip_allocation without an end, by triggers; prefix_use_count recomputes it.';

-- The part of an allocation that lies in the prefix, truncated to its block.
create function prefix_block(prefix inet, held inet) returns inet
    language sql immutable parallel safe
    return case when masklen(held) <= masklen(prefix) then prefix
                else network(set_masklen(held, least(masklen(held), masklen(prefix) + 8))) end;

create function prefix_share(prefix inet, held inet) returns numeric
    language sql immutable parallel safe
    return trunc(power(2::numeric, case family(prefix) when 4 then 32 else 128 end - greatest(masklen(prefix), masklen(held))));

create function prefix_use_changed() returns trigger
    language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        update prefix_use u set taken = u.taken - gone.taken
        from (select p.id, prefix_block(p.prefix, o.address) as block, sum(prefix_share(p.prefix, o.address)) as taken
              from old_rows o join prefix p on p.prefix && o.address where o.held_until is null group by 1, 2) gone
        where u.prefix_id = gone.id and u.block = gone.block;
    end if;
    if tg_op <> 'DELETE' then
        insert into prefix_use (prefix_id, block, taken)
        select p.id, prefix_block(p.prefix, n.address), sum(prefix_share(p.prefix, n.address))
        from new_rows n join prefix p on p.prefix && n.address where n.held_until is null group by 1, 2
        on conflict (prefix_id, block) do update set taken = prefix_use.taken + excluded.taken;
    end if;
    return null;
end $$;
create trigger ip_allocation_counted_insert after insert on ip_allocation
    referencing new table as new_rows for each statement execute function prefix_use_changed();
create trigger ip_allocation_counted_update after update on ip_allocation
    referencing old table as old_rows new table as new_rows for each statement execute function prefix_use_changed();
create trigger ip_allocation_counted_delete after delete on ip_allocation
    referencing old table as old_rows for each statement execute function prefix_use_changed();

create function prefix_use_count(counted bigint) returns void
    language sql
    begin atomic
        delete from prefix_use where prefix_id = counted;
        insert into prefix_use (prefix_id, block, taken)
        select p.id, prefix_block(p.prefix, a.address), sum(prefix_share(p.prefix, a.address))
        from prefix p join ip_allocation a on a.address && p.prefix
        where p.id = counted and a.held_until is null group by 1, 2;
    end;

-- A new or changed prefix counts the existing allocations; the lock keeps others from writing allocations meanwhile.
create function prefix_is_counted() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint);
    perform prefix_use_count(new.id);
    return null;
end $$;
create trigger prefix_counted after insert or update of prefix on prefix
    for each row execute function prefix_is_counted();

-- The free space of each pool, as blocks. A block is as large as possible, but all of it has the same past: current and
-- past allocations divide it. A smaller prefix inside a pool is not part of the pool's free space.
create table vacancy (
    prefix_id  bigint constraint vacancy_prefix references prefix on delete cascade,
    block      inet,
    free_since timestamptz,
    constraint vacancy_pkey primary key (prefix_id, block)
);
comment on table vacancy is 'Computed from ip_allocation and prefix by triggers; vacancy_count recomputes it.';
comment on column vacancy.free_since is 'When the last allocation in the block ended or will end; null where there never was one.';
create index vacancy_untouched on vacancy (prefix_id, masklen(block), block) where free_since is null;
create index vacancy_freed on vacancy (prefix_id, free_since, block) where free_since is not null;

-- The last address of a block. In network order, everything inside the block lies between the block and this address.
create function block_end(block inet) returns inet
    language sql immutable parallel safe
    return set_masklen(broadcast(block), case family(block) when 4 then 32 else 128 end);

-- The block and all blocks that contain it.
create function blocks_around(block inet) returns inet[]
    language sql immutable parallel safe
    return array(select network(set_masklen(block, n))::inet from generate_series(0, masklen(block)) n);

-- When the last allocation of exactly this block ended; "infinity" while it is held. The row comparison makes
-- PostgreSQL use the index in network order.
create function last_end(block inet) returns timestamptz
    language sql stable
    return (select max(coalesce(a.held_until, 'infinity')) from ip_allocation a
            where (a.address, a.id) >= (block, 0::bigint) and (a.address, a.id) <= (block, 9223372036854775807));

-- Whether a block contains a smaller allocation or prefix: then the next one in network order lies inside it.
create function holds_more(block inet) returns boolean
    language sql stable
    return coalesce((select a.address from ip_allocation a where (a.address, a.id) > (block, 9223372036854775807) order by a.address, a.id limit 1)
                    <= block_end(block), false)
        or coalesce((select p.prefix from prefix p where p.prefix > block order by p.prefix limit 1) <= block_end(block), false);

-- Halves a block until each part is held, belongs to another prefix, or has one past, and returns the last kind. Each
-- part costs one index lookup.
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

-- Recomputes the free space around changed addresses: the free block that contained each, or the address itself if
-- there was none.
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

-- A prefix also changes the free space of the pools around it and inside it.
create function prefix_leaves_room() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint);
    perform vacancy_count(id) from prefix where prefix && old.prefix or prefix && new.prefix;
    return null;
end $$;
create trigger prefix_room after insert or delete or update of prefix, kind on prefix
    for each row execute function prefix_leaves_room();
