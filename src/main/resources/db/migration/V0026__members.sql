-- The periods in which a person or an organisation was a member. The number stays over all of them.

create table membership (
    id        bigint generated always as identity constraint membership_pkey primary key,
    member_id bigint not null constraint membership_member references member,
    joined_on day not null,
    left_on   day,
    constraint membership_dates check (left_on > joined_on),
    -- At least one day lies between two periods: a return on the first day after the end prolongs the former period.
    constraint membership_apart exclude using gist (member_id with =, daterange(joined_on, left_on, '[]') with &&) deferrable
);
comment on column membership.left_on is 'The first day on which the person or organisation is no longer a member.';
create index membership_member_id on membership (member_id, joined_on);
create index membership_joined_on on membership (joined_on);
create index membership_left_on on membership (left_on) where left_on is not null;
call keep_history('membership');
drop index history_on_member;
create index history_on_member on history (((coalesce(after, before) ->> 'member_id')::bigint))
    where table_name in ('membership', 'membership_fee');

insert into membership (member_id, joined_on, left_on) select id, joined_on, left_on from member;

-- The latest period stays in the member, as a copy kept by a trigger, for the lists that are ordered by it.
alter table member drop constraint member_left_after_joining;
alter table member rename column joined_on to latest_joined_on;
alter table member rename column left_on to latest_left_on;
alter table member alter column latest_joined_on drop not null;
comment on column member.latest_joined_on is 'Copied from the latest membership by a trigger.';
comment on column member.latest_left_on is 'Copied from the latest membership by a trigger.';

create or replace function history_image(image jsonb) returns jsonb
    language sql immutable parallel safe
    return (image - '{search,sort_name,sort_label,holding_ends_on,service_ends_on,latest_joined_on,latest_left_on}'::text[])
        || case when image ->> 'password' is null then '{}'::jsonb
                else jsonb_build_object('password', 'set:' || left(encode(sha256(convert_to(image ->> 'password', 'UTF8')), 'hex'), 8)) end;

create function member_takes_latest_membership() returns trigger
    language plpgsql as $$
declare
    changed bigint := case when tg_op = 'DELETE' then old.member_id else new.member_id end;
begin
    update member m set latest_joined_on = l.joined_on, latest_left_on = l.left_on
    from (select joined_on, left_on from membership where member_id = changed order by joined_on desc limit 1) l
    where m.id = changed and (m.latest_joined_on, m.latest_left_on) is distinct from (l.joined_on, l.left_on);
    return null;
end $$;
create trigger membership_latest after insert or update or delete on membership
    for each row execute function member_takes_latest_membership();

-- Checked at the end of the transaction, since a member is inserted before its first membership.
create function refuse_no_membership(checked bigint) returns void
    language plpgsql as $$
begin
    if not exists (select from membership where member_id = checked) then
        raise exception 'a member has at least one period of membership'
            using errcode = 'check_violation', constraint = 'member_has_membership', table = 'membership';
    end if;
end $$;
create function member_has_membership() returns trigger
    language plpgsql as $$
begin
    perform refuse_no_membership(new.id);
    return null;
end $$;
create constraint trigger member_has_membership after insert on member
    deferrable initially deferred for each row execute function member_has_membership();
create function membership_is_not_last() returns trigger
    language plpgsql as $$
begin
    perform refuse_no_membership(old.member_id);
    return null;
end $$;
create constraint trigger membership_last_kept after delete or update of member_id on membership
    deferrable initially deferred for each row execute function membership_is_not_last();
