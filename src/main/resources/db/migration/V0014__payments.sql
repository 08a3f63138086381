-- The payments agreed for a service: an amount, a rhythm and a first day. A new price is a new row.

create table payment (
    id            bigint generated always as identity constraint payment_pkey primary key,
    external_id   external_id not null default gen_random_uuid()::text constraint payment_external_id unique,
    service_id    bigint not null constraint payment_service references service,
    amount        euros not null,
    method        text not null constraint payment_method
                  check (method in ('transfer', 'standing_order', 'direct_debit', 'cheque', 'cash', 'free', 'unpaid')),
    months        smallint not null constraint payment_months check (months in (0, 1, 2, 3, 6, 12)),
    starts_on     day not null,
    ends_on       day,
    validated     boolean not null default false,
    note          text not null default '' constraint payment_note_length check (char_length(note) <= 100000),
    validation_id bigint constraint payment_validation references validation,
    constraint payment_dates check (ends_on > starts_on),
    constraint payment_validation_of_validated check (validated or validation_id is null)
);
comment on column payment.months is 'The rhythm: the number of months from one payment to the next; 0 is a single payment.';
comment on column payment.ends_on is 'The first day that the payment does not cover.';
create index payment_service_id on payment (service_id, starts_on);
create index payment_starts_on on payment (starts_on, id);
create index payment_amount on payment (amount, id);
create index payment_by_method on payment (method, starts_on, id);
create index payment_waiting on payment (starts_on, id) where not validated;
create index payment_by_validation on payment (validation_id) where validation_id is not null;
call keep_history('payment');
call lock_validated('payment');
