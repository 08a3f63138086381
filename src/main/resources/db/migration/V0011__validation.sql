-- Validation of fees and payments by the bank crew, and the lock on validated rows.

create table validation (
    id          bigint generated always as identity constraint validation_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint validation_external_id unique,
    at          timestamptz not null default now(),
    actor_id    bigint constraint validation_actor references app_user on delete set null,
    actor       text not null,
    items       integer not null constraint validation_of_something check (items > 0),
    total       numeric not null
);
comment on table validation is 'One confirmation by the bank crew of one or more fees or payments, which can be withdrawn as a whole.';
call keep_history('validation');

-- Only a bank act changes a validated row. The program declares the act (jadhere.bank_act), and the current user must
-- hold the permission at that moment. The command line, which has no user, may declare an act as well; plain SQL that
-- declares none is refused.
create function bank_act(needed text) returns boolean
    language sql stable
    return coalesce(current_setting('jadhere.bank_act', true), '') = 'on'
        and case when actor_id() is null then coalesce(current_setting('jadhere.door', true), '') = 'command'
                 else user_may(actor_id(), needed) end;

create function refuse_validated(owner text) returns void
    language plpgsql as $$
begin
    raise exception 'validated by the bank crew: only a bank act may change it'
        using errcode = 'check_violation', constraint = owner || '_validated', table = owner;
end $$;

-- The reference to the validation is part of the bank act and is removed when the row is no longer validated.
create function validated_is_locked() returns trigger
    language plpgsql as $$
declare
    turned  boolean := old.validated is distinct from new.validated;
    changed boolean := to_jsonb(old) - '{validated,validation_id}'::text[] is distinct from to_jsonb(new) - '{validated,validation_id}'::text[];
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

create function validated_is_not_deleted() returns trigger
    language plpgsql as $$
begin
    if not bank_act('payment.delete') then
        perform refuse_validated(tg_table_name);
    end if;
    return old;
end $$;

create function validated_at_birth() returns trigger
    language plpgsql as $$
begin
    if exists (select from new_rows where validated) and not (bank_act('payment.add') and bank_act('payment.validate')) then
        perform refuse_validated(tg_table_name);
    end if;
    return null;
end $$;

-- Adds the lock to a table with the columns validated and validation_id. The migration that creates the table calls it.
create procedure lock_validated(locked regclass)
    language plpgsql as $$
begin
    execute format('create trigger validated_update before update on %s for each row when (old.validated or new.validated) execute function validated_is_locked()', locked);
    execute format('create trigger validated_delete before delete on %s for each row when (old.validated) execute function validated_is_not_deleted()', locked);
    execute format('create trigger validated_insert after insert on %s referencing new table as new_rows for each statement execute function validated_at_birth()', locked);
end $$;
