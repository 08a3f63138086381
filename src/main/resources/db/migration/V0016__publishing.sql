-- What the association publishes: the settings of the DNS zones, the geofeed and isp.json.

-- RFC 1123 section 2.1: letters, digits and hyphens, labels of at most 63 characters, 253 in all. Addresses and names in
-- arpa are rejected.
create function is_host_name(name text) returns boolean
    language sql immutable strict parallel safe
    return char_length(name) <= 253
       and name ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'
       and name !~ '\.([0-9]+|arpa)$';

-- Whether all texts match, without duplicates and nulls.
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
comment on table publishing is 'One row: what is published and with which values. Everything is off until an administrator switches it on.';
comment on column publishing.other_websites is 'Each element is a name, a space and a URL.';
comment on column publishing.negative_ttl is 'How long a resolver may cache that a name does not exist, in seconds (RFC 2308 section 5: at most one day).';
insert into publishing default values;
create function publishing_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the publishing settings cannot be deleted, only switched off' using errcode = 'check_violation', constraint = 'publishing_stays', table = 'publishing';
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
comment on table covered_area is 'The areas that the association covers, with the technologies in each, for isp.json; area is GeoJSON (RFC 7946).';
call keep_history('covered_area');

-- Where the addresses of a prefix are used, for the geofeed (RFC 8805). The city is the most precise level, and a prefix
-- held by one service is refused, because its location would be that of a subscriber.
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
