-- Who held a service, and when. Payments belong to a holding: they stay with the member who gave them.

create extension if not exists btree_gist;

create table holding (
    id              bigint generated always as identity constraint holding_pkey primary key,
    external_id     external_id not null default gen_random_uuid()::text constraint holding_external_id unique,
    service_id      bigint not null constraint holding_service references service on delete cascade,
    member_id       bigint not null constraint holding_member references member,
    starts_on       day not null,
    ends_on         day,
    known_since     timestamptz not null,
    end_known_since timestamptz,
    constraint holding_dates check (ends_on > starts_on),
    constraint holding_end_known check ((end_known_since is not null) = (ends_on is not null)),
    -- The target of payment_holding: the holding of a payment is one of its service.
    constraint holding_of_service unique (id, service_id),
    -- A service has one holder on any day.
    constraint holding_one_holder exclude using gist (service_id with =, daterange(starts_on, ends_on) with &&) deferrable
);
comment on table holding is 'The period in which a member held a service. Days of the service between two holdings are days without a member.';
comment on column holding.ends_on is 'The first day on which the member does not hold the service; null while the end is unknown.';
comment on column holding.known_since is 'When it was recorded that the holding began. A correction of the first day or of the member is recorded anew.';
comment on column holding.end_known_since is 'When the end was recorded, which may be before or after it.';
create index holding_service_id on holding (service_id, starts_on);
create index holding_member_id on holding (member_id, starts_on);
call keep_history('holding');
drop index history_on_service;
create index history_on_service on history (((coalesce(after, before) ->> 'service_id')::bigint))
    where table_name in ('holding', 'payment', 'ip_allocation');

-- The Paris day, on which holdings begin and end, of an instant.
create function paris_day(instant timestamptz) returns date
    language sql immutable parallel safe
    return (instant at time zone 'Europe/Paris')::date;

-- The holding of a payment that begins on a day: the one that covers the day, else the nearest by days to its first or
-- last day, the earlier of two that are equally near.
create function nearest_holding(service bigint, day date) returns bigint
    language sql stable
    return (select id from holding where service_id = service
            order by greatest(starts_on - day, day - (ends_on - 1), 0), starts_on limit 1);

-- The holdings that the history of a service shows. Each recorded state of the service is compared with the holdings
-- that the states before it gave:
-- another member is a handover, on the first day of the state if that is later than the holding's, else on the day on
-- which it was recorded; a first day after a recorded end is a return; a removed member ends the holding; anything else
-- corrects the bounds of the last holding.
create function holdings_of_history(of_service bigint) returns void
    language plpgsql as $$
declare
    state   record;
    current holding;
    held    holding[] := '{}';
    n       integer;
    begins  date;
begin
    for state in
        select at, (image ->> 'member_id')::bigint as member, (image ->> 'starts_on')::date as starts, (image ->> 'ends_on')::date as ends
        from (select at, id, after as image from history where table_name = 'service' and row_id = of_service and after is not null
              union all
              (select '-infinity'::timestamptz, 0, before from history where table_name = 'service' and row_id = of_service
               order by id limit 1)) recorded
        where image is not null
        order by id
    loop
        n := cardinality(held);
        if n > 0 then
            current := held[n];
        else
            current := null;
        end if;
        if state.member is null or state.starts is null then
            if n > 0 and current.ends_on is null then
                current.ends_on := greatest(least(state.ends, paris_day(state.at)), current.starts_on);
                current.end_known_since := state.at;
                held[n] := current;
            end if;
            continue;
        end if;
        if n > 0 and current.member_id = state.member and not (current.ends_on is not null and state.starts >= current.ends_on) then
            if current.starts_on is distinct from state.starts and (n = 1 or state.starts >= held[n - 1].ends_on) then
                current.starts_on := state.starts;
                current.known_since := state.at;
            end if;
            if current.ends_on is distinct from state.ends and (state.ends is null or state.ends > current.starts_on) then
                current.ends_on := state.ends;
                current.end_known_since := case when state.ends is not null then state.at end;
            end if;
            held[n] := current;
            continue;
        end if;
        begins := state.starts;
        if n > 0 and begins <= current.starts_on then
            begins := paris_day(state.at);
        end if;
        if n > 0 and (current.ends_on is null or current.ends_on > begins) then
            if begins <= current.starts_on then
                -- Recorded and replaced before it began, or on its first day: a slip.
                n := n - 1;
                begins := case when n = 0 then state.starts else greatest(state.starts, held[n].ends_on) end;
            else
                current.ends_on := begins;
                current.end_known_since := state.at;
                held[n] := current;
            end if;
        end if;
        current := null;
        current.service_id := of_service;
        current.member_id := state.member;
        current.starts_on := begins;
        current.ends_on := state.ends;
        current.known_since := state.at;
        current.end_known_since := case when state.ends is not null then state.at end;
        held := held[1:n] || current;
    end loop;
    insert into holding (service_id, member_id, starts_on, ends_on, known_since, end_known_since)
    select service_id, member_id, starts_on, ends_on,
           case when isfinite(known_since) then known_since else now() end,
           case when ends_on is not null then case when isfinite(end_known_since) then end_known_since else now() end end
    from unnest(held) where ends_on is null or ends_on > starts_on;
end $$;

-- A service with a member and no first day begins with its first payment, else when the member joined.
alter table service disable trigger user;
update service s
set starts_on = coalesce((select min(p.starts_on) from payment p where p.service_id = s.id),
                         (select m.joined_on from member m where m.id = s.member_id))
where s.member_id is not null and s.starts_on is null
  and (s.ends_on is null or s.ends_on > coalesce((select min(p.starts_on) from payment p where p.service_id = s.id),
                                                 (select m.joined_on from member m where m.id = s.member_id)));

-- Services whose member and days never changed, in one statement; the others one by one, from their history.
create temporary table changed_service on commit drop as
select distinct row_id as id from history
where table_name = 'service' and action = 'update' and before is not null
  and (before ->> 'member_id', before ->> 'starts_on', before ->> 'ends_on')
      is distinct from (after ->> 'member_id', after ->> 'starts_on', after ->> 'ends_on');
insert into holding (service_id, member_id, starts_on, ends_on, known_since, end_known_since)
select s.id, s.member_id, s.starts_on, s.ends_on, h.at, case when s.ends_on is not null then h.at end
from service s
cross join lateral (select coalesce(min(at), now()) as at from history where table_name = 'service' and row_id = s.id) h
where s.member_id is not null and s.starts_on is not null
  and not exists (select from changed_service c where c.id = s.id);
do $$
begin
    perform holdings_of_history(s.id) from service s join changed_service c on c.id = s.id;
end $$;
drop function holdings_of_history(bigint);

-- A holding lies within the days of its service.
delete from holding h using service s where s.id = h.service_id and h.starts_on >= s.ends_on;
update holding h set ends_on = s.ends_on, end_known_since = coalesce(h.end_known_since, now())
from service s where s.id = h.service_id and s.ends_on < coalesce(h.ends_on, 'infinity');
update service s
set starts_on = h.starts_on
from (select service_id, min(starts_on) as starts_on from holding group by service_id) h
where h.service_id = s.id and h.starts_on < s.starts_on;
alter table service enable trigger user;

alter table payment
    add column holding_id bigint,
    add column holding_ends_on day,
    add constraint payment_holding foreign key (holding_id, service_id) references holding (id, service_id);
comment on column payment.holding_id is 'The holding that the payment belongs to; null only where the service never had a member.';
comment on column payment.holding_ends_on is 'Copied from the holding by a trigger.';
alter table payment disable trigger user;
update payment set holding_id = nearest_holding(service_id, starts_on);
update payment p set holding_ends_on = h.ends_on from holding h where h.id = p.holding_id and h.ends_on is not null;
alter table payment enable trigger user;
create index payment_holding_id on payment (holding_id, starts_on);
create index payment_without_holding on payment (starts_on, id) where holding_id is null;

-- From here on the database keeps the bounds, and records when they became known.
create function holding_is_known() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.known_since := least(new.known_since, now());
    elsif (new.member_id, new.starts_on) is distinct from (old.member_id, old.starts_on) then
        new.known_since := now();
    else
        new.known_since := old.known_since;
    end if;
    if new.ends_on is null then
        new.end_known_since := null;
    elsif tg_op = 'INSERT' then
        new.end_known_since := least(new.end_known_since, now());
    elsif new.ends_on is distinct from old.ends_on then
        new.end_known_since := now();
    else
        new.end_known_since := old.end_known_since;
    end if;
    return new;
end $$;
create trigger holding_known before insert or update on holding
    for each row execute function holding_is_known();

create function refuse_holding_outside() returns void
    language plpgsql as $$
begin
    raise exception 'a holding lies within the first and the last day of its service'
        using errcode = 'check_violation', constraint = 'holding_within_service', table = 'holding';
end $$;

-- The service is locked, so that its days cannot change meanwhile.
create function holding_lies_within() returns trigger
    language plpgsql as $$
declare
    held service;
begin
    select * into held from service where id = new.service_id for share;
    if held.starts_on is null or new.starts_on < held.starts_on
        or coalesce(new.ends_on, 'infinity'::date) > coalesce(held.ends_on, 'infinity'::date) then
        perform refuse_holding_outside();
    end if;
    return null;
end $$;
create constraint trigger holding_within_service after insert or update of service_id, starts_on, ends_on on holding
    deferrable for each row execute function holding_lies_within();

create function service_covers_holdings() returns trigger
    language plpgsql as $$
begin
    if exists (select from holding where service_id = new.id
               and (new.starts_on is null or starts_on < new.starts_on
                    or coalesce(ends_on, 'infinity'::date) > coalesce(new.ends_on, 'infinity'::date))) then
        perform refuse_holding_outside();
    end if;
    return null;
end $$;
create constraint trigger service_covers_holdings after update of starts_on, ends_on on service
    deferrable for each row execute function service_covers_holdings();

-- Money stays with who gave it: the member of a holding with payments is not replaced.
create function holding_keeps_payments() returns trigger
    language plpgsql as $$
begin
    if exists (select from payment where holding_id = new.id) then
        raise exception 'payments belong to this holding: its member cannot be replaced'
            using errcode = 'check_violation', constraint = 'holding_keeps_payments', table = 'holding';
    end if;
    return new;
end $$;
create trigger holding_keeps_payments before update of member_id on holding
    for each row when (old.member_id <> new.member_id) execute function holding_keeps_payments();

-- A payment that names no holding belongs to the nearest one. One that was made before the service had a member stays
-- without a holding until a person ties it.
create function payment_takes_holding() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'INSERT' and new.holding_id is null then
        new.holding_id := nearest_holding(new.service_id, new.starts_on);
    end if;
    new.holding_ends_on := (select ends_on from holding where id = new.holding_id);
    return new;
end $$;
create trigger payment_holding_found before insert or update of holding_id on payment
    for each row execute function payment_takes_holding();

-- The copies by which the lists of payments that run beyond their holding, and of addresses that an ended service still
-- holds, find their rows by an index.
create function payments_take_end_of_holding() returns trigger
    language plpgsql as $$
begin
    update payment set holding_ends_on = new.ends_on
    where holding_id = new.id and holding_ends_on is distinct from new.ends_on;
    return null;
end $$;
create trigger holding_end_copied after update of ends_on on holding
    for each row when (old.ends_on is distinct from new.ends_on) execute function payments_take_end_of_holding();
create index payment_beyond_holding on payment (holding_ends_on, id)
    where holding_ends_on is not null and (ends_on is null or ends_on > holding_ends_on);

alter table ip_allocation add column service_ends_on day;
comment on column ip_allocation.service_ends_on is 'Copied from the service by a trigger.';
alter table ip_allocation disable trigger user;
update ip_allocation a set service_ends_on = s.ends_on from service s where s.id = a.service_id and s.ends_on is not null;
alter table ip_allocation enable trigger user;
create index ip_allocation_of_ended_service on ip_allocation (service_ends_on, id)
    where held_until is null and service_ends_on is not null;
create function ip_allocation_takes_end_of_service() returns trigger
    language plpgsql as $$
begin
    new.service_ends_on := (select ends_on from service where id = new.service_id);
    return new;
end $$;
create trigger ip_allocation_service_end before insert or update of service_id on ip_allocation
    for each row execute function ip_allocation_takes_end_of_service();
create function allocations_take_end_of_service() returns trigger
    language plpgsql as $$
begin
    update ip_allocation set service_ends_on = new.ends_on
    where service_id = new.id and service_ends_on is distinct from new.ends_on;
    return null;
end $$;
create trigger service_end_copied after update of ends_on on service
    for each row when (old.ends_on is distinct from new.ends_on) execute function allocations_take_end_of_service();

create or replace function history_image(image jsonb) returns jsonb
    language sql immutable parallel safe
    return (image - '{search,sort_name,sort_label,holding_ends_on,service_ends_on}'::text[])
        || case when image ->> 'password' is null then '{}'::jsonb
                else jsonb_build_object('password', 'set:' || left(encode(sha256(convert_to(image ->> 'password', 'UTF8')), 'hex'), 8)) end;

-- As before; the copy is not what the bank crew validated.
create or replace function validated_is_locked() returns trigger
    language plpgsql as $$
declare
    turned  boolean := old.validated is distinct from new.validated;
    ignored text[]  := '{validated,validation_id,holding_ends_on}';
    changed boolean := to_jsonb(old) - ignored is distinct from to_jsonb(new) - ignored;
begin
    if not new.validated then
        new.validation_id := null;
    end if;
    if (turned or old.validation_id is distinct from new.validation_id) and not bank_act('payment.validate')
            or changed and not bank_act('payment.change') then
        perform refuse_validated(tg_table_name);
    end if;
    return new;
end $$;

-- Names and delegations remember for whom they were declared: the member who held the service then.
create function holder_of_service_today(of_service bigint) returns bigint
    language sql volatile
    return (select member_id from holding
            where service_id = of_service and daterange(starts_on, ends_on) @> paris_day(clock_timestamp()));

alter table reverse_name add column member_id bigint constraint reverse_name_member references member;
alter table delegation add column member_id bigint constraint delegation_member references member;
comment on column reverse_name.member_id is 'The member for whom the name was declared; null if the service had none then.';
comment on column delegation.member_id is 'The member for whom the delegation was declared; null if the service had none then.';
alter table reverse_name disable trigger user;
update reverse_name set member_id = holder_of_service_today(service_id);
alter table reverse_name enable trigger user;
alter table delegation disable trigger user;
update delegation set member_id = holder_of_service_today(service_id);
alter table delegation enable trigger user;

create function name_takes_member() returns trigger
    language plpgsql as $$
begin
    new.member_id := holder_of_service_today(new.service_id);
    return new;
end $$;
-- After the triggers reverse_name_declared and delegation_declared, which set the service.
create trigger reverse_name_member before insert or update on reverse_name
    for each row execute function name_takes_member();
create trigger delegation_member before insert or update on delegation
    for each row execute function name_takes_member();

-- Names end when another member holds the service. In a pause they stay, since the address has no other holder.
drop trigger service_names on service;
drop function names_follow_members();
create function is_of_other_member(declared_for bigint, of_service bigint) returns boolean
    language sql volatile
    return declared_for <> holder_of_service_today(of_service);

create function names_follow_holdings() returns trigger
    language plpgsql as $$
begin
    delete from reverse_name where service_id = new.service_id and is_of_other_member(member_id, service_id);
    delete from delegation where service_id = new.service_id and is_of_other_member(member_id, service_id);
    return null;
end $$;
create trigger holding_names after insert or update on holding
    for each row execute function names_follow_holdings();

-- As before, and when a handover that was recorded in advance has come. Called before each export of the zones.
create or replace function names_forget_past_holders() returns void
    language plpgsql as $$
begin
    if exists (select from reverse_name where service_id is distinct from holder_now(address) or is_of_other_member(member_id, service_id)) then
        delete from reverse_name where service_id is distinct from holder_now(address) or is_of_other_member(member_id, service_id);
    end if;
    if exists (select from delegation where service_id is distinct from holder_now(prefix) or is_of_other_member(member_id, service_id)) then
        delete from delegation where service_id is distinct from holder_now(prefix) or is_of_other_member(member_id, service_id);
    end if;
end $$;

alter table service drop column member_id;

-- Services prepared for future members, in all types and in one.
create index service_prepared on service (sort_label, id) where starts_on is null;
create index service_prepared_by_type on service (type_id, sort_label, id) where starts_on is null;

-- An act on a service can be undone while no other act has changed a row that it wrote. The rows of an act share the
-- start of their transaction and their author.
create function rows_of_act(of_service bigint, noted timestamptz, noted_by bigint) returns setof history
    language sql stable
begin atomic
    select h.* from history h
    where h.at = noted and h.actor_id = noted_by
      and (h.table_name = 'service' and h.row_id = of_service
           or h.table_name in ('holding', 'payment', 'ip_allocation', 'reverse_name', 'delegation')
              and (coalesce(h.after, h.before) ->> 'service_id')::bigint = of_service);
end;

create function act_stands(of_service bigint, noted timestamptz, noted_by bigint) returns boolean
    language sql stable
    return (select coalesce(bool_and(not exists (
                       select from history later
                       where later.table_name = r.table_name and later.row_id = r.row_id and later.id > r.id
                         and (later.at, later.actor_id) is distinct from (r.at, r.actor_id))), false)
            from rows_of_act(of_service, noted, noted_by) r);

-- Puts each row back as it was before the act. Names last: they belong to the holder whom the other rows bring back.
create function undo_act(of_service bigint, noted timestamptz, noted_by bigint) returns void
    language plpgsql as $$
declare
    r       history;
    columns text;
begin
    if not act_stands(of_service, noted, noted_by) then
        raise exception 'a row that the act wrote has been changed since'
            using errcode = 'check_violation', constraint = 'act_stands', table = 'history';
    end if;
    for r in
        select * from rows_of_act(of_service, noted, noted_by)
        order by table_name in ('reverse_name', 'delegation'), id desc
    loop
        if r.action = 'insert' then
            execute format('delete from %I where id = $1', r.table_name) using r.row_id;
        elsif r.action = 'update' then
            select string_agg(format('%1$I = was.%1$I', key), ', ') into columns
            from json_object_keys(r.before) key
            where (r.before -> key)::text is distinct from (r.after -> key)::text;
            execute format('update %1$I t set %2$s from jsonb_populate_record(null::%1$I, $2) was where t.id = $1', r.table_name, columns)
                using r.row_id, r.before::jsonb;
        else
            select string_agg(format('%I', key), ', ') into columns from json_object_keys(r.before) key;
            execute format('insert into %1$I (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$I, $1)', r.table_name, columns)
                using r.before::jsonb;
        end if;
    end loop;
end $$;
