-- What every other table stands on: searching without accents, money, and a history that cannot be rewritten.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Text as people search and sort it: no accents, no capitals. Immutable, since the dictionary is named; so it can be indexed.
create function fold(value text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, value));

-- Euros, exact. A plain numeric(n,2) would round a third decimal away in silence; this refuses it.
create domain euros as numeric
    constraint euros_not_negative check (value >= 0)
    constraint euros_whole_cents check (scale(value) <= 2)
    constraint euros_not_absurd check (value < 100000000);

-- A day in the life of an association; "infinity" is a date to PostgreSQL and none to people.
create domain day as date
    constraint day_finite check (isfinite(value));

-- The name of a thing in the folders that import and export read and write.
create domain external_id as text
    constraint external_id_form check (char_length(value) between 1 and 200 and value !~ '[[:cntrl:]]');

-- Who acts, and through which door, is said by the program at the start of a transaction; plain SQL says nothing.
create function actor_id() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('jadhere.actor_id', true), '')::bigint;

create table history (
    id         bigint generated always as identity constraint history_pkey primary key,
    at         timestamptz not null default now(),
    table_name text not null,
    row_id     bigint not null,
    action     text not null constraint history_action check (action in ('insert', 'update', 'delete')),
    before     json,
    after      json,
    actor_id   bigint,
    actor      text not null,
    door       text not null,
    db_role    text not null default session_user,
    reason     text
);
comment on table history is 'Who changed what, when, from what to what. actor is the name as it was then; door is web, command, or sql when the program was not asked.';

create index history_row on history (table_name, row_id, id);
create index history_at on history using brin (at);

create function history_is_kept() returns trigger
    language plpgsql as $$
begin
    raise exception 'the history cannot be changed' using errcode = 'check_violation', constraint = 'history_kept', table = 'history';
end $$;

create trigger history_kept before update or delete or truncate on history
    for each statement execute function history_is_kept();

-- A row as the history keeps it: without columns computed from others, and without the password's hash,
-- of which only a fingerprint stays, enough to see that it changed.
create function history_image(image jsonb) returns jsonb
    language sql immutable parallel safe
    return (image - '{search,sort_name,sort_label}'::text[])
        || case when image ->> 'password' is null then '{}'::jsonb
                else jsonb_build_object('password', 'set:' || left(encode(sha256(convert_to(image ->> 'password', 'UTF8')), 'hex'), 8)) end;

-- Kept as json, not jsonb: written a million times in an import, read a row at a time. The trigger's argument says
-- whether rows go in as they are ('plain') or through history_image, which is then called once for each ("offset 0").
create function record_history() returns trigger
    language plpgsql as $$
declare
    who    bigint := actor_id();
    called text := coalesce(nullif(current_setting('jadhere.actor', true), ''), session_user);
    door   text := coalesce(nullif(current_setting('jadhere.door', true), ''), 'sql');
    why    text := nullif(current_setting('jadhere.reason', true), '');
begin
    if tg_op = 'INSERT' and tg_argv[0] = 'plain' then
        insert into history (table_name, row_id, action, after, actor_id, actor, door, reason)
        select tg_table_name, n.id, 'insert', row_to_json(n), who, called, door, why from new_rows n;
    elsif tg_op = 'INSERT' then
        insert into history (table_name, row_id, action, after, actor_id, actor, door, reason)
        select tg_table_name, id, 'insert', history_image(image), who, called, door, why
        from (select n.id, to_jsonb(n) as image from new_rows n offset 0) n;
    elsif tg_op = 'DELETE' then
        insert into history (table_name, row_id, action, before, actor_id, actor, door, reason)
        select tg_table_name, id, 'delete', history_image(image), who, called, door, why
        from (select o.id, to_jsonb(o) as image from old_rows o offset 0) o;
    else
        insert into history (table_name, row_id, action, before, after, actor_id, actor, door, reason)
        select tg_table_name, id, 'update', was, image, who, called, door, why
        from (select n.id, history_image(to_jsonb(o)) as was, history_image(to_jsonb(n)) as image
              from new_rows n join old_rows o on o.id = n.id offset 0) n
        where was is distinct from image;
    end if;
    return null;
end $$;

create function refuse_truncate() returns trigger
    language plpgsql as $$
begin
    raise exception '% cannot be emptied at once: the history would miss it', tg_table_name
        using errcode = 'check_violation', constraint = 'history_complete', table = tg_table_name;
end $$;

-- The identity of a row is what its history hangs on.
create function refuse_new_identity() returns trigger
    language plpgsql as $$
begin
    raise exception 'the id of a row in % is fixed', tg_table_name
        using errcode = 'check_violation', constraint = 'identity_fixed', table = tg_table_name;
end $$;

-- Called once by the migration that creates a table. The table has a bigint key named id.
create procedure keep_history(tracked regclass)
    language plpgsql as $$
declare
    masked boolean := exists (select from pg_attribute where attrelid = tracked and attname in ('password', 'search', 'sort_name', 'sort_label'));
begin
    execute format('create trigger history_insert after insert on %s referencing new table as new_rows for each statement execute function record_history(%L)',
                   tracked, case when masked then 'masked' else 'plain' end);
    execute format('create trigger history_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function record_history()', tracked);
    execute format('create trigger history_delete after delete on %s referencing old table as old_rows for each statement execute function record_history()', tracked);
    execute format('create trigger history_truncate before truncate on %s for each statement execute function refuse_truncate()', tracked);
    execute format('create trigger history_identity before update of id on %s for each row when (old.id <> new.id) execute function refuse_new_identity()', tracked);
end $$;
