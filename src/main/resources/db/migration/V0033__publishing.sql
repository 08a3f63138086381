-- What the association declares and publishes: names of addresses and delegations as DNS zones, a geofeed, isp.json.

alter table service_type add column internet_access boolean not null default false;
comment on column service_type.internet_access is 'Whether who has one counts as a subscriber to an internet access in isp.json.';

-- RFC 1123 section 2.1: letters, digits and hyphens, labels of 63, 253 in all; no address, nothing of the reverse tree.
create function is_host_name(name text) returns boolean
    language sql immutable strict parallel safe
    return char_length(name) <= 253
       and name ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'
       and name !~ '\.([0-9]+|arpa)$';

-- Each once, and none of them null.
create function all_match(texts text[], pattern text) returns boolean
    language sql immutable strict parallel safe
    return (select coalesce(bool_and(one is not null and one ~ pattern), true) and count(*) = count(distinct one) from unnest(texts) one);

create function are_host_names(names text[]) returns boolean
    language sql immutable strict parallel safe
    return (select coalesce(bool_and(one is not null and is_host_name(one)), true) and count(*) = count(distinct one) from unnest(names) one);

create domain host_name as text
    constraint host_name_form check (is_host_name(value));

create table publishing (
    id              bigint generated always as identity constraint publishing_pkey primary key,
    only_one        boolean not null default true constraint publishing_only_one check (only_one) constraint publishing_once unique,
    zones           boolean not null default false,
    geofeed         boolean not null default false,
    isp_json        boolean not null default false,
    primary_server  text not null default '' constraint publishing_primary_server check (primary_server = '' or is_host_name(primary_server)),
    other_servers   text[] not null default '{}' constraint publishing_other_servers
                        check (are_host_names(other_servers) and cardinality(other_servers) <= 12 and primary_server <> all (other_servers)),
    hostmaster      text not null default '' constraint publishing_hostmaster
                        check (hostmaster = '' or hostmaster ~ '^[A-Za-z0-9+_.-]{1,63}@' and is_host_name(split_part(hostmaster, '@', 2))),
    record_ttl      integer not null default 3600 constraint publishing_record_ttl check (record_ttl between 60 and 604800),
    negative_ttl    integer not null default 3600 constraint publishing_negative_ttl check (negative_ttl between 60 and 86400),
    shortname       text not null default '' constraint publishing_shortname_length check (char_length(shortname) <= 15),
    description     text not null default '' constraint publishing_description_length check (char_length(description) <= 5000),
    logo_url        text not null default '' constraint publishing_logo_url check (logo_url = '' or logo_url ~ '^https?://[^[:space:]]+$' and char_length(logo_url) <= 300),
    other_websites  text[] not null default '{}' constraint publishing_other_websites check (all_match(other_websites, '^[^[:space:]].* https?://[^[:space:]]+$')),
    mailing_list    text not null default '' constraint publishing_mailing_list
                        check (mailing_list = '' or mailing_list ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(mailing_list) <= 320),
    created_on      day,
    federated_on    day,
    progress        smallint constraint publishing_progress check (progress between 1 and 7),
    chatrooms       text[] not null default '{}' constraint publishing_chatrooms check (all_match(chatrooms, '^[A-Za-z][A-Za-z0-9+.-]*:[^[:space:]]+$')),
    office_box      text not null default '' constraint publishing_office_box_length check (char_length(office_box) <= 200),
    office_extended text not null default '' constraint publishing_office_extended_length check (char_length(office_extended) <= 200),
    office_region   text not null default '' constraint publishing_office_region_length check (char_length(office_region) <= 200),
    office_country  text not null default '' constraint publishing_office_country_length check (char_length(office_country) <= 200),
    latitude        numeric constraint publishing_latitude check (latitude between -90 and 90),
    longitude       numeric constraint publishing_longitude check (longitude between -180 and 180),
    constraint publishing_coordinates check ((latitude is null) = (longitude is null)),
    constraint publishing_office check ((office_region = '') = (office_country = '')),
    constraint publishing_zones_complete check (not zones or primary_server <> '' and hostmaster <> '')
);
comment on table publishing is 'One row: what is published, and with which words; all off until administrators say otherwise.';
comment on column publishing.other_websites is 'Each a name, a space and the URL.';
comment on column publishing.negative_ttl is 'How long it may be remembered that a name does not exist (RFC 2308 section 5: not more than a day).';
insert into publishing default values;
create function publishing_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what is published cannot be deleted, only switched off' using errcode = 'check_violation', constraint = 'publishing_stays', table = 'publishing';
end $$;
create trigger publishing_stays before delete on publishing for each row execute function publishing_stays();
call keep_history('publishing');

create table covered_area (
    id           bigint generated always as identity constraint covered_area_pkey primary key,
    external_id  external_id not null default gen_random_uuid()::text constraint covered_area_external_id unique,
    name         text not null constraint covered_area_name_length check (char_length(name) between 1 and 200),
    technologies text[] not null constraint covered_area_technologies check (all_match(technologies, '^(ftth|fttb|dsl|wifi|vpn|cube)$')),
    area         jsonb constraint covered_area_area
                     check (area ->> 'type' in ('Polygon', 'MultiPolygon') and jsonb_typeof(area -> 'coordinates') = 'array' and octet_length(area::text) <= 500000)
);
comment on table covered_area is 'Where the association offers what, for isp.json; area is GeoJSON (RFC 7946).';
call keep_history('covered_area');

-- Whoever holds all of an address or prefix at this very moment, if one service does. Not now(): that is the transaction's beginning.
create function holder_now(range inet) returns bigint
    language sql volatile
    return (select service_id from ip_allocation
            where address >>= range and tstzrange(held_from, held_until) @> clock_timestamp() limit 1);

create table reverse_name (
    id          bigint generated always as identity constraint reverse_name_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint reverse_name_external_id unique,
    address     inet not null constraint reverse_name_once unique
                constraint reverse_name_single check (masklen(address) = case family(address) when 4 then 32 else 128 end)
                constraint reverse_name_not_mapped check (not address <<= '::ffff:0.0.0.0/96'),
    name        host_name not null,
    service_id  bigint constraint reverse_name_service references service
);
comment on table reverse_name is 'What an address is called in the DNS. The service is the one that held the address when the name was declared; none where nobody did.';
create index reverse_name_address on reverse_name using gist (address inet_ops);
create index reverse_name_service_id on reverse_name (service_id);
create index reverse_name_by_name on reverse_name (name collate "C", id);
create index reverse_name_search on reverse_name using gin ((name::text) gin_trgm_ops);

create table delegation (
    id          bigint generated always as identity constraint delegation_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint delegation_external_id unique,
    prefix      inet not null
                constraint delegation_whole check (prefix = network(prefix))
                constraint delegation_not_mapped check (not prefix <<= '::ffff:0.0.0.0/96'),
    servers     text[] not null constraint delegation_servers check (are_host_names(servers) and cardinality(servers) between 1 and 13),
    service_id  bigint constraint delegation_service references service,
    -- What lies below a delegation is for those name servers to say.
    constraint delegation_not_nested exclude using gist (prefix inet_ops with &&)
);
comment on table delegation is 'Whose name servers answer for the reverse names of a prefix.';
create index delegation_service_id on delegation (service_id);

-- A name, or name servers, are those of who holds the addresses at this moment; the row says so whatever was asked.
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

-- The turn that allocations take: nobody becomes the holder while a name is declared for another.
create trigger reverse_name_turn before insert or update or delete on reverse_name
    for each statement execute function ip_allocation_takes_turn();
create trigger delegation_turn before insert or update or delete on delegation
    for each statement execute function ip_allocation_takes_turn();

call keep_history('reverse_name');
call keep_history('delegation');

-- The name of one holder must never point at the machine of the next: it goes with the allocation …
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

-- … and with the member, where the service itself passes from one to another …
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

-- … and with the time, where an allocation was given an end in advance: asked before each export.
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

-- The serial of all zones. One row, so that it grows in the order in which changes are committed; from the date, as RFC 1912
-- section 2.2 has it, so that it follows on the serials of zones that were kept by hand.
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

-- Where the addresses of a prefix are used (RFC 8805), never more exactly than a town.
create table location (
    id          bigint generated always as identity constraint location_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint location_external_id unique,
    prefix      inet not null constraint location_once unique
                constraint location_prefix references prefix (prefix) on delete cascade on update cascade
                constraint location_not_single check (masklen(prefix) < case family(prefix) when 4 then 32 else 128 end),
    country     text not null constraint location_country check (country ~ '^[A-Z]{2}$'),
    region      text not null default '' constraint location_region check (region = '' or region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$' and left(region, 2) = country),
    city        text not null default '' constraint location_city check (char_length(city) <= 200 and city !~ '[,"#[:cntrl:]]')
);
create function location_is_no_subscriber() returns trigger
    language plpgsql as $$
begin
    if holder_now(new.prefix) is not null then
        raise exception '% is held by one service', new.prefix
            using errcode = 'check_violation', constraint = 'location_no_subscriber', table = 'location';
    end if;
    return new;
end $$;
create trigger location_no_subscriber before insert or update on location
    for each row execute function location_is_no_subscriber();
call keep_history('location');
