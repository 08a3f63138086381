-- Which address or prefix a service held, from when to when; and the association's own prefixes.

create table prefix (
    id          bigint generated always as identity constraint prefix_pkey primary key,
    prefix      inet not null constraint prefix_once unique
                constraint prefix_whole check (prefix = network(prefix))
                constraint prefix_not_mapped check (not prefix <<= '::ffff:0.0.0.0/96'),
    description text not null default '' constraint prefix_description_length check (char_length(description) <= 2000),
    kind        text not null default 'pool' constraint prefix_kind check (kind in ('pool', 'own', 'reserved'))
);
call keep_history('prefix');

create table ip_allocation (
    id          bigint generated always as identity constraint ip_allocation_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint ip_allocation_external_id unique,
    service_id  bigint not null constraint ip_allocation_service references service,
    -- Not cidr: it would take what is typed inet and cut its host bits off in silence, one address becoming a whole prefix.
    address     inet not null
                constraint ip_allocation_whole check (address = network(address))
                constraint ip_allocation_not_mapped check (not address <<= '::ffff:0.0.0.0/96'),
    held_from   timestamptz not null constraint ip_allocation_from_finite check (isfinite(held_from)),
    held_until  timestamptz constraint ip_allocation_until_finite check (isfinite(held_until)),
    constraint ip_allocation_times check (held_until > held_from),
    -- The promise of the whole ledger: at one instant, one holder, prefix against address inside it included.
    constraint ip_allocation_one_holder exclude using gist (address inet_ops with &&, tstzrange(held_from, held_until) with &&)
);
-- One transaction at a time: two that put overlapping rows in at once would wait for each other, and one be told of
-- a deadlock instead of the holder who was first.
create function ip_allocation_takes_turn() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint);
    return null;
end $$;
create trigger ip_allocation_turn before insert or update on ip_allocation
    for each statement execute function ip_allocation_takes_turn();

comment on column ip_allocation.address is 'A single address is a /32 or /128. Addresses that map IPv4 into IPv6 are written as IPv4.';
comment on column ip_allocation.held_until is 'Half-open: the first instant no more held; none while it is held.';
create index ip_allocation_service_id on ip_allocation (service_id);
create index ip_allocation_by_address on ip_allocation (address, id);
create index ip_allocation_by_start on ip_allocation (held_from, id);
create index ip_allocation_open on ip_allocation (address, id) where held_until is null;
call keep_history('ip_allocation');
