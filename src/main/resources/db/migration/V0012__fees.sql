-- The membership fees of members.

create table membership_fee (
    id            bigint generated always as identity constraint membership_fee_pkey primary key,
    external_id   external_id not null default gen_random_uuid()::text constraint membership_fee_external_id unique,
    member_id     bigint not null constraint membership_fee_member references member,
    amount        euros not null,
    method        text not null constraint membership_fee_method
                  check (method in ('transfer', 'standing_order', 'direct_debit', 'cheque', 'cash', 'free', 'unpaid')),
    starts_on     day not null,
    ends_on       day,
    paid_on       day,
    validated     boolean not null default false,
    note          text not null default '' constraint membership_fee_note_length check (char_length(note) <= 100000),
    validation_id bigint constraint membership_fee_validation references validation,
    constraint membership_fee_dates check (ends_on > starts_on),
    constraint membership_fee_validation_of_validated check (validated or validation_id is null)
);
comment on column membership_fee.ends_on is 'The first day that the fee does not cover.';
create index membership_fee_member_id on membership_fee (member_id, starts_on);
create index membership_fee_starts_on on membership_fee (starts_on, id);
create index membership_fee_amount on membership_fee (amount, id);
create index membership_fee_by_method on membership_fee (method, starts_on, id);
create index membership_fee_waiting on membership_fee (starts_on, id) where not validated;
create index membership_fee_by_validation on membership_fee (validation_id) where validation_id is not null;
-- Fees ordered by end, those without an end last.
create index membership_fee_by_end on membership_fee ((coalesce(ends_on, date '9999-12-31')), id);
call keep_history('membership_fee');
call lock_validated('membership_fee');
