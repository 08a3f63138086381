-- What is given for a service: a promise of money, at a rhythm, from a day on. A new price is a new row.

create table payment (
    id          bigint generated always as identity constraint payment_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint payment_external_id unique,
    service_id  bigint not null constraint payment_service references service,
    amount      euros not null,
    method      text not null constraint payment_method
                check (method in ('transfer', 'standing_order', 'direct_debit', 'cheque', 'cash', 'free', 'unpaid')),
    months      smallint not null constraint payment_months check (months in (0, 1, 2, 3, 6, 12)),
    starts_on   day not null,
    ends_on     day,
    validated   boolean not null default false,
    note        text not null default '' constraint payment_note_length check (char_length(note) <= 100000),
    constraint payment_dates check (ends_on > starts_on)
);
comment on column payment.months is 'The rhythm: paid every so many months; 0 is once.';
comment on column payment.ends_on is 'The first day no more paid for.';
create index payment_service_id on payment (service_id, starts_on);
create index payment_starts_on on payment (starts_on, id);
create index payment_amount on payment (amount, id);
create index payment_by_method on payment (method, starts_on, id);
create index payment_waiting on payment (starts_on, id) where not validated;
call keep_history('payment');
call lock_validated('payment');
