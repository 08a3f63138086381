-- Users, their e-mail addresses, the crews that give them rights, their sessions and failed logins.
-- The table is app_user: in SQL, "user" is a reserved word and means the database role.

create table app_user (
    id          bigint generated always as identity constraint app_user_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint app_user_external_id unique,
    username    text not null constraint app_user_username_form check (username ~ '^[^[:cntrl:][:space:]]{1,150}$'),
    first_name  text not null default '' constraint app_user_first_name_length check (char_length(first_name) <= 200),
    last_name   text not null default '' constraint app_user_last_name_length check (char_length(last_name) <= 200),
    phone       text not null default '' constraint app_user_phone_length check (char_length(phone) <= 200),
    address     text not null default '' constraint app_user_address_length check (char_length(address) <= 2000),
    language    text not null default 'fr' constraint app_user_language check (language in ('fr', 'en')),
    staff       boolean not null default false,
    superuser   boolean not null default false,
    active      boolean not null default true,
    password    text constraint app_user_password_form check (password ~ '^(pbkdf2_sha256\$|\{argon2\}\$argon2)' and char_length(password) <= 500),
    sort_name   text collate "C" not null generated always as (fold(last_name || ' ' || first_name)) stored,
    search      text collate "C" not null generated always as
                (fold(first_name || ' ' || last_name || ' ' || first_name || ' ' || username || ' ' || phone || ' ' || regexp_replace(phone, '[^0-9]', '', 'g') || ' ' || address)) stored
);
comment on column app_user.search is 'First name on both sides of the last name, so that either order is found; the phone also without its spaces.';
create unique index app_user_username on app_user (lower(username));
create index app_user_sort_name on app_user (sort_name, id);
create index app_user_search on app_user using gin (search gin_trgm_ops);
create index app_user_staff on app_user (sort_name, id) where staff or superuser;
create index app_user_inactive on app_user (sort_name, id) where not active;
call keep_history('app_user');

create table user_email (
    id       bigint generated always as identity constraint user_email_pkey primary key,
    user_id  bigint not null constraint user_email_user references app_user on delete cascade,
    position smallint not null constraint user_email_position_range check (position between 0 and 99),
    email    text not null constraint user_email_form check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 320),
    constraint user_email_position unique (user_id, position) deferrable
);
comment on column user_email.position is '0 is the primary address; the others follow in the order given.';
create unique index user_email_once on user_email (user_id, lower(email));
create index user_email_search on user_email using gin (fold(email) gin_trgm_ops);
create index user_email_lookup on user_email (lower(email));
call keep_history('user_email');

-- Several addresses, one of them primary: looked at when the transaction ends, so that they can be swapped,
-- and one transaction at a time for each user, since none sees what another has not committed.
create function user_email_needs_primary() returns trigger
    language plpgsql as $$
begin
    perform from app_user where id = old.user_id for no key update;
    if exists (select from user_email where user_id = old.user_id)
            and not exists (select from user_email where user_id = old.user_id and position = 0) then
        raise exception 'one e-mail address must be the primary one'
            using errcode = 'check_violation', constraint = 'user_email_primary', table = 'user_email';
    end if;
    return null;
end $$;
create constraint trigger user_email_primary_left after update or delete on user_email
    deferrable initially deferred for each row when (old.position = 0) execute function user_email_needs_primary();

create function user_email_is_not_first() returns trigger
    language plpgsql as $$
begin
    perform from app_user where id = new.user_id for no key update;
    if not exists (select from user_email where user_id = new.user_id and position = 0)
            and exists (select from user_email where user_id = new.user_id) then
        raise exception 'one e-mail address must be the primary one'
            using errcode = 'check_violation', constraint = 'user_email_primary', table = 'user_email';
    end if;
    return null;
end $$;
create constraint trigger user_email_primary_given after insert or update on user_email
    deferrable initially deferred for each row when (new.position > 0) execute function user_email_is_not_first();

create table crew (
    id          bigint generated always as identity constraint crew_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint crew_external_id unique,
    name        text not null constraint crew_name unique constraint crew_name_length check (char_length(name) between 1 and 150)
);
call keep_history('crew');

create table crew_permission (
    id         bigint generated always as identity constraint crew_permission_pkey primary key,
    crew_id    bigint not null constraint crew_permission_crew references crew on delete cascade,
    permission text not null constraint crew_permission_known
               check (permission in ('payment.add', 'payment.change', 'payment.delete', 'payment.validate')),
    constraint crew_permission_once unique (crew_id, permission)
);
call keep_history('crew_permission');

create table crew_member (
    id      bigint generated always as identity constraint crew_member_pkey primary key,
    crew_id bigint not null constraint crew_member_crew references crew on delete cascade,
    user_id bigint not null constraint crew_member_user references app_user on delete cascade,
    constraint crew_member_once unique (user_id, crew_id)
);
create index crew_member_by_crew on crew_member (crew_id);
call keep_history('crew_member');

-- Whether a user holds a permission, now. Permissions reach only people who may enter the administration.
create function user_may(who bigint, needed text) returns boolean
    language sql stable
    return exists (
        select from app_user u
        where u.id = who and u.active
          and (u.superuser or u.staff and exists (
              select from crew_member m join crew_permission p on p.crew_id = m.crew_id
              where m.user_id = u.id and p.permission = needed)));

-- Guesses of passwords, kept a quarter of an hour (see LoginThrottle). The name is what was typed, folded; it need not exist.
create table login_failure (
    id       bigint generated always as identity constraint login_failure_pkey primary key,
    at       timestamptz not null default clock_timestamp(),
    username text not null,
    address  inet not null
);
create index login_failure_username on login_failure (username, at);
create index login_failure_address on login_failure (address, at);
create index login_failure_at on login_failure (at);

-- Spring Session's own tables, as its documentation prescribes them.
create table spring_session (
    primary_id            char(36) not null constraint spring_session_pkey primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(200)
);
create unique index spring_session_session_id on spring_session (session_id);
create index spring_session_expiry_time on spring_session (expiry_time);
create index spring_session_principal_name on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null constraint spring_session_attributes_session references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    constraint spring_session_attributes_pkey primary key (session_primary_id, attribute_name)
);
