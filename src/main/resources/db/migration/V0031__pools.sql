-- Prefixes say what they give and when they run short; what is held of them is counted while allocations are written,
-- so that the map of a prefix costs the same whatever was allocated.

alter table prefix
    add column part_length  smallint,
    add column sparse       boolean not null default false,
    add column keeps_edges  boolean not null default true,
    add column warn_percent smallint constraint prefix_warn_percent check (warn_percent between 1 and 100);
alter table prefix add constraint prefix_part_length
    check (part_length between masklen(prefix) and case family(prefix) when 4 then 32 else 128 end);
comment on column prefix.part_length is 'The length of what a pool gives; none where it gives nothing by itself.';
comment on column prefix.sparse is 'Whether what is given next lies as far as may be from what was given, so that each can grow.';
comment on column prefix.keeps_edges is 'Whether the first address and, of IPv4, the last one are never given as single addresses.';

-- Of each prefix, at most 256 blocks (or larger ones where larger ones are held): how many addresses are held now.
create table prefix_use (
    prefix_id bigint constraint prefix_use_prefix references prefix on delete cascade,
    block     inet,
    taken     numeric not null,
    constraint prefix_use_pkey primary key (prefix_id, block)
);
comment on table prefix_use is 'Counts ip_allocation without an end, by triggers; it can be made anew with prefix_use_count.';

-- As much of what is held as lies in the prefix, cut to its block.
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

-- A prefix that comes late finds what is held already; nobody allocates meanwhile.
create function prefix_is_counted() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint);
    perform prefix_use_count(new.id);
    return null;
end $$;
create trigger prefix_counted after insert or update of prefix on prefix
    for each row execute function prefix_is_counted();
-- Deletions take their turn as well: two that change the same counts would otherwise wait for each other.
create trigger ip_allocation_turn_delete before delete on ip_allocation
    for each statement execute function ip_allocation_takes_turn();

select prefix_use_count(id) from prefix;
