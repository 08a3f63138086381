-- Users, the crews that give them rights, and the times when an administrator looks at the pages as another user.
-- The table is named app_user because "user" is a reserved word in SQL and means the database role.

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
comment on column app_user.search is 'The first name is on both sides of the last name, so that a search finds either order. The phone number is repeated with digits only.';
create unique index app_user_username on app_user (lower(username));
create index app_user_sort_name on app_user (sort_name, id);
create index app_user_search on app_user using gin (search gin_trgm_ops);
create index app_user_staff on app_user (sort_name, id) where staff or superuser;
create index app_user_inactive on app_user (sort_name, id) where not active;
call keep_history('app_user');

-- At least one active administrator always remains. The lock makes concurrent transactions wait for each other, since
-- neither sees the other's uncommitted rows.
create function administrator_remains() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock('app_user'::regclass::oid::bigint);
    if not exists (select from app_user where superuser and active and id <> old.id)
            and not coalesce((select superuser and active from app_user where id = old.id), false) then
        raise exception 'the last active administrator cannot be removed'
            using errcode = 'check_violation', constraint = 'app_user_last_administrator', table = 'app_user';
    end if;
    return null;
end $$;
create constraint trigger app_user_last_administrator after update or delete on app_user
    deferrable initially immediate for each row when (old.superuser and old.active) execute function administrator_remains();

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
               check (permission in ('payment.add', 'payment.change', 'payment.delete', 'payment.validate', 'address.trace')),
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

-- Whether a user currently holds a permission. Only active staff and administrators hold permissions.
create function user_may(who bigint, needed text) returns boolean
    language sql stable
    return exists (
        select from app_user u
        where u.id = who and u.active
          and (u.superuser or u.staff and exists (
              select from crew_member m join crew_permission p on p.crew_id = m.crew_id
              where m.user_id = u.id and p.permission = needed)));

-- An administrator (actor_id) looks at the pages as another user (user_id), read-only. The table is tracked, so that
-- the history shows it.
create table rehearsal (
    id       bigint generated always as identity constraint rehearsal_pkey primary key,
    user_id  bigint not null constraint rehearsal_user references app_user on delete cascade,
    actor_id bigint not null constraint rehearsal_actor references app_user on delete cascade,
    began_at timestamptz not null default now(),
    ended_at timestamptz
);
create index rehearsal_open on rehearsal (actor_id) where ended_at is null;
call keep_history('rehearsal');
