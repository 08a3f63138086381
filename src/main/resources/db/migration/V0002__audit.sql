-- The history: one row for each change of a tracked table, written by triggers and never changed. Only an erasure
-- (V0019__retention.sql) deletes rows from it.

-- The program sets the current user and the channel at the start of each transaction; plain SQL sets nothing.
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
comment on table history is 'Who changed which row, when, and its values before and after. actor is the name at that time; door is web, command, or sql for statements that did not come from the program.';

create index history_row on history (table_name, row_id, id);

create function history_is_kept() returns trigger
    language plpgsql as $$
begin
    raise exception 'the history cannot be changed' using errcode = 'check_violation', constraint = 'history_kept', table = 'history';
end $$;

create trigger history_kept before update or truncate on history
    for each statement execute function history_is_kept();

-- A row as the history stores it: without computed columns, and with a fingerprint instead of the password hash, which
-- is enough to see that the password changed.
create function history_image(image jsonb) returns jsonb
    language sql immutable parallel safe
    return (image - '{search,sort_name,sort_label}'::text[])
        || case when image ->> 'password' is null then '{}'::jsonb
                else jsonb_build_object('password', 'set:' || left(encode(sha256(convert_to(image ->> 'password', 'UTF8')), 'hex'), 8)) end;

-- The columns are json, not jsonb: an import writes a million rows, a page reads one at a time. The trigger's argument
-- says whether inserted rows are stored unchanged ('plain') or through history_image ('masked'). "offset 0" keeps the
-- planner from calling history_image more than once a row.
create function record_history() returns trigger
    language plpgsql as $$
declare
    actor_id_now bigint := actor_id();
    actor_now    text := coalesce(nullif(current_setting('jadhere.actor', true), ''), session_user);
    door_now     text := coalesce(nullif(current_setting('jadhere.door', true), ''), 'sql');
    reason_now   text := nullif(current_setting('jadhere.reason', true), '');
begin
    if tg_op = 'INSERT' and tg_argv[0] = 'plain' then
        insert into history (table_name, row_id, action, after, actor_id, actor, door, reason)
        select tg_table_name, n.id, 'insert', row_to_json(n), actor_id_now, actor_now, door_now, reason_now from new_rows n;
    elsif tg_op = 'INSERT' then
        insert into history (table_name, row_id, action, after, actor_id, actor, door, reason)
        select tg_table_name, id, 'insert', history_image(image), actor_id_now, actor_now, door_now, reason_now
        from (select n.id, to_jsonb(n) as image from new_rows n offset 0) n;
    elsif tg_op = 'DELETE' then
        insert into history (table_name, row_id, action, before, actor_id, actor, door, reason)
        select tg_table_name, id, 'delete', history_image(image), actor_id_now, actor_now, door_now, reason_now
        from (select o.id, to_jsonb(o) as image from old_rows o offset 0) o;
    else
        insert into history (table_name, row_id, action, before, after, actor_id, actor, door, reason)
        select tg_table_name, id, 'update', was, image, actor_id_now, actor_now, door_now, reason_now
        from (select n.id, history_image(to_jsonb(o)) as was, history_image(to_jsonb(n)) as image
              from new_rows n join old_rows o on o.id = n.id offset 0) n
        where was is distinct from image;
    end if;
    return null;
end $$;

create function refuse_truncate() returns trigger
    language plpgsql as $$
begin
    raise exception '% cannot be truncated: the history would not record it', tg_table_name
        using errcode = 'check_violation', constraint = 'history_complete', table = tg_table_name;
end $$;

-- The history refers to a row by its id, so the id never changes.
create function refuse_new_identity() returns trigger
    language plpgsql as $$
begin
    raise exception 'the id of a row in % cannot be changed', tg_table_name
        using errcode = 'check_violation', constraint = 'identity_fixed', table = tg_table_name;
end $$;

-- Adds the history triggers to a table. The migration that creates the table calls it once; the table needs a bigint
-- primary key named id.
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
