-- The e-mail addresses of users.

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

-- A user with addresses has exactly one primary address. The check runs at the end of the transaction, so that
-- addresses can be swapped, and locks the user, since concurrent transactions do not see each other's rows.
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
