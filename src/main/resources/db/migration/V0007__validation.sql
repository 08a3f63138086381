-- Validations as acts: who confirmed what, when, so that a whole one can be taken back; and an association
-- that always has an administrator.

create table validation (
    id          bigint generated always as identity constraint validation_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint validation_external_id unique,
    at          timestamptz not null default now(),
    actor_id    bigint constraint validation_actor references app_user on delete set null,
    actor       text not null,
    items       integer not null constraint validation_of_something check (items > 0),
    total       numeric not null
);
comment on table validation is 'One confirmation by the bank crew, of one or many fees or payments.';
call keep_history('validation');

alter table payment add column validation_id bigint constraint payment_validation references validation;
alter table membership_fee add column validation_id bigint constraint membership_fee_validation references validation;
create index payment_by_validation on payment (validation_id) where validation_id is not null;
create index membership_fee_by_validation on membership_fee (validation_id) where validation_id is not null;

-- As before; the act belongs to the validation, and falls with it.
create or replace function validated_is_locked() returns trigger
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

alter table payment add constraint payment_validation_of_validated check (validated or validation_id is null);
alter table membership_fee add constraint membership_fee_validation_of_validated check (validated or validation_id is null);

create function administrator_remains() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock('app_user'::regclass::oid::bigint);
    if not exists (select from app_user where superuser and active and id <> old.id)
            and not coalesce((select superuser and active from app_user where id = old.id), false) then
        raise exception 'the last administrator stays one'
            using errcode = 'check_violation', constraint = 'app_user_last_administrator', table = 'app_user';
    end if;
    return null;
end $$;
create constraint trigger app_user_last_administrator after update or delete on app_user
    deferrable initially immediate for each row when (old.superuser and old.active) execute function administrator_remains();
