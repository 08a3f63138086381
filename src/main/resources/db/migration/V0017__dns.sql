-- Reverse DNS: names of addresses, delegations of prefixes, and the serial number of the zones.

create table reverse_name (
    id          bigint generated always as identity constraint reverse_name_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint reverse_name_external_id unique,
    address     inet not null constraint reverse_name_once unique
                constraint reverse_name_single check (masklen(address) = case family(address) when 4 then 32 else 128 end)
                constraint reverse_name_not_mapped check (not address <<= '::ffff:0.0.0.0/96'),
    name        host_name not null,
    service_id  bigint constraint reverse_name_service references service
);
comment on table reverse_name is 'The reverse DNS name of an address. service_id is the service that held the address when the name was declared; null if there was none.';
create index reverse_name_address on reverse_name using gist (address inet_ops);
create index reverse_name_service_id on reverse_name (service_id);
create index reverse_name_by_name on reverse_name (name collate "C", id);
create index reverse_name_search on reverse_name using gin ((name::text) gin_trgm_ops);
call keep_history('reverse_name');

create table delegation (
    id          bigint generated always as identity constraint delegation_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint delegation_external_id unique,
    prefix      inet not null
                constraint delegation_whole check (prefix = network(prefix))
                constraint delegation_not_mapped check (not prefix <<= '::ffff:0.0.0.0/96'),
    servers     text[] not null constraint delegation_servers check (are_host_names(servers) and cardinality(servers) between 1 and 13),
    service_id  bigint constraint delegation_service references service,
    -- The delegated name servers answer for everything below the delegation.
    constraint delegation_not_nested exclude using gist (prefix inet_ops with &&)
);
comment on table delegation is 'The name servers that answer for the reverse names of a prefix.';
create index delegation_service_id on delegation (service_id);
call keep_history('delegation');

-- service_id is always set to the service that holds the addresses at this moment; a given value is ignored.
create function reverse_name_is_declared() returns trigger
    language plpgsql as $$
begin
    if not exists (select from prefix where prefix >>= new.address) then
        raise exception '% is in no prefix of the association', new.address
            using errcode = 'check_violation', constraint = 'reverse_name_ours', table = 'reverse_name';
    end if;
    new.service_id := holder_now(new.address);
    return new;
end $$;
create trigger reverse_name_declared before insert or update on reverse_name
    for each row execute function reverse_name_is_declared();

create function delegation_is_declared() returns trigger
    language plpgsql as $$
begin
    if not exists (select from prefix p where p.prefix >>= new.prefix) then
        raise exception '% is in no prefix of the association', new.prefix
            using errcode = 'check_violation', constraint = 'delegation_ours', table = 'delegation';
    end if;
    new.service_id := holder_now(new.prefix);
    return new;
end $$;
create trigger delegation_declared before insert or update on delegation
    for each row execute function delegation_is_declared();

-- The lock of allocations: the holder cannot change while a name or delegation is written.
create trigger reverse_name_turn before insert or update or delete on reverse_name
    for each statement execute function ip_allocation_takes_turn();
create trigger delegation_turn before insert or update or delete on delegation
    for each statement execute function ip_allocation_takes_turn();

-- Names and delegations of one holder must never apply to the next. They are deleted when the allocation changes, …
create function names_follow_holders() returns trigger
    language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        delete from reverse_name r using old_rows o where r.address <<= o.address and r.service_id is distinct from holder_now(r.address);
        delete from delegation d using old_rows o where d.prefix <<= o.address and d.service_id is distinct from holder_now(d.prefix);
    end if;
    if tg_op <> 'DELETE' then
        delete from reverse_name r using new_rows n where r.address <<= n.address and r.service_id is distinct from holder_now(r.address);
        delete from delegation d using new_rows n where d.prefix <<= n.address and d.service_id is distinct from holder_now(d.prefix);
    end if;
    return null;
end $$;
create trigger ip_allocation_names_insert after insert on ip_allocation
    referencing new table as new_rows for each statement execute function names_follow_holders();
create trigger ip_allocation_names_update after update on ip_allocation
    referencing old table as old_rows new table as new_rows for each statement execute function names_follow_holders();
create trigger ip_allocation_names_delete after delete on ip_allocation
    referencing old table as old_rows for each statement execute function names_follow_holders();

-- … when the service passes to another member, …
create function names_follow_members() returns trigger
    language plpgsql as $$
begin
    delete from reverse_name where service_id = new.id;
    delete from delegation where service_id = new.id;
    return null;
end $$;
create trigger service_names after update of member_id on service
    for each row when (old.member_id is not null and new.member_id is distinct from old.member_id)
    execute function names_follow_members();

-- … and when an end of an allocation that was recorded in advance has passed. Called before each export of the zones.
create function names_forget_past_holders() returns void
    language plpgsql as $$
begin
    if exists (select from reverse_name where service_id is distinct from holder_now(address)) then
        delete from reverse_name where service_id is distinct from holder_now(address);
    end if;
    if exists (select from delegation where service_id is distinct from holder_now(prefix)) then
        delete from delegation where service_id is distinct from holder_now(prefix);
    end if;
end $$;

-- The serial of all zones. It is one row, so that it grows in the order in which changes are committed, and is derived
-- from the date (RFC 1912 section 2.2), so that it is above the serials of zones that were maintained by hand.
create table zone_serial (
    only_one boolean default true constraint zone_serial_pkey primary key constraint zone_serial_only_one check (only_one),
    serial   bigint not null constraint zone_serial_32_bits check (serial between 1 and 4294967295)
);
insert into zone_serial (serial) values (1);

create function zones_have_changed() returns trigger
    language plpgsql as $$
begin
    if exists (select from changed) then
        update zone_serial set serial = greatest(serial + 1, to_char(now() at time zone 'UTC', 'YYYYMMDD')::bigint * 100);
    end if;
    return null;
end $$;
create procedure zones_depend_on(source regclass)
    language plpgsql as $$
begin
    execute format('create trigger zones_insert after insert on %s referencing new table as changed for each statement execute function zones_have_changed()', source);
    execute format('create trigger zones_update after update on %s referencing new table as changed for each statement execute function zones_have_changed()', source);
    execute format('create trigger zones_delete after delete on %s referencing old table as changed for each statement execute function zones_have_changed()', source);
end $$;
call zones_depend_on('publishing');
call zones_depend_on('prefix');
call zones_depend_on('reverse_name');
call zones_depend_on('delegation');
