-- Organisations and members. A member is a person or an organisation that joined the association.

create table organisation (
    id          bigint generated always as identity constraint organisation_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint organisation_external_id unique,
    name        text not null constraint organisation_name_length check (char_length(name) between 1 and 300),
    description text not null default '' constraint organisation_description_length check (char_length(description) <= 100000),
    email       text not null default '' constraint organisation_email_form
                check (email = '' or email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 320),
    phone       text not null default '' constraint organisation_phone_length check (char_length(phone) <= 200),
    address     text not null default '' constraint organisation_address_length check (char_length(address) <= 2000),
    sort_name   text collate "C" not null generated always as (fold(name)) stored,
    search      text collate "C" not null generated always as
                (fold(name || ' ' || email || ' ' || phone || ' ' || regexp_replace(phone, '[^0-9]', '', 'g') || ' ' || address)) stored
);
create index organisation_sort_name on organisation (sort_name, id);
create index organisation_search on organisation using gin (search gin_trgm_ops);
call keep_history('organisation');

-- The users who may act for an organisation.
create table organisation_user (
    id              bigint generated always as identity constraint organisation_user_pkey primary key,
    organisation_id bigint not null constraint organisation_user_organisation references organisation on delete cascade,
    user_id         bigint not null constraint organisation_user_user references app_user on delete cascade,
    constraint organisation_user_once unique (user_id, organisation_id)
);
create index organisation_user_by_organisation on organisation_user (organisation_id);
call keep_history('organisation_user');

create table member (
    id              bigint generated always as identity constraint member_pkey primary key,
    external_id     external_id not null default gen_random_uuid()::text constraint member_external_id unique,
    number          integer not null constraint member_number_once unique constraint member_number_positive check (number > 0),
    user_id         bigint constraint member_user references app_user,
    organisation_id bigint constraint member_organisation references organisation,
    joined_on       day not null,
    left_on         day,
    sort_name       text collate "C" not null,
    constraint member_one_holder check (num_nonnulls(user_id, organisation_id) = 1),
    constraint member_once_per_user unique (user_id),
    constraint member_once_per_organisation unique (organisation_id),
    constraint member_left_after_joining check (left_on > joined_on)
);
comment on column member.left_on is 'The first day on which the user or organisation is no longer a member.';
comment on column member.sort_name is 'Copied from the user or organisation by triggers, so that a list ordered by name needs one index.';
create index member_sort_name on member (sort_name, id);
create index member_joined_on on member (joined_on, id);
create index member_search on member using gin (sort_name gin_trgm_ops);
create index member_organisations on member (number) where organisation_id is not null;
create index member_left on member (number) where left_on is not null;

-- The user or organisation is locked, because a concurrent change of its name that is not committed would be missed.
create function member_takes_holder_name() returns trigger
    language plpgsql as $$
begin
    new.sort_name := coalesce((select sort_name from app_user where id = new.user_id for share),
                              (select sort_name from organisation where id = new.organisation_id for share), '');
    return new;
end $$;
create trigger member_holder_name before insert or update of user_id, organisation_id, sort_name on member
    for each row execute function member_takes_holder_name();

create function holder_renames_member() returns trigger
    language plpgsql as $$
begin
    if tg_table_name = 'app_user' then
        update member set sort_name = '' where user_id = new.id;
    else
        update member set sort_name = '' where organisation_id = new.id;
    end if;
    return null;
end $$;
create trigger app_user_renames_member after update on app_user
    for each row when (old.sort_name is distinct from new.sort_name) execute function holder_renames_member();
create trigger organisation_renames_member after update on organisation
    for each row when (old.sort_name is distinct from new.sort_name) execute function holder_renames_member();

-- Members are never deleted, so the next number is the highest plus one. The lock makes each insert wait until the one
-- before commits or fails: numbers are unique and have no gaps.
create function member_takes_number() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock('member'::regclass::oid::bigint);
    if new.number is null then
        select coalesce(max(number), 0) + 1 into new.number from member;
    end if;
    return new;
end $$;
create trigger member_number before insert on member
    for each row execute function member_takes_number();

create function member_is_kept() returns trigger
    language plpgsql as $$
begin
    raise exception 'a member is never deleted and keeps number and holder'
        using errcode = 'check_violation', constraint = 'member_kept', table = 'member';
end $$;
create trigger member_kept before delete on member for each row execute function member_is_kept();
create trigger member_identity before update on member for each row
    when ((old.number, old.user_id, old.organisation_id) is distinct from (new.number, new.user_id, new.organisation_id))
    execute function member_is_kept();
call keep_history('member');
