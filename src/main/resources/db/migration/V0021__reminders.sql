-- What was reminded of, once for each end of a fee and each day that administrators chose: however many instances run,
-- and however often.

create table reminder (
    id         bigint generated always as identity constraint reminder_pkey primary key,
    member_id  bigint not null constraint reminder_member references member,
    ends_on    day not null,
    days       integer not null constraint reminder_days check (days between -365 and 365),
    recipients text not null,
    at         timestamptz not null default now(),
    constraint reminder_once unique (member_id, ends_on, days)
);
comment on column reminder.ends_on is 'Half-open, as of the fee: the first day no more covered.';
comment on column reminder.days is 'Counted from the last day that is covered; negative is before.';
comment on column reminder.recipients is 'The addresses it went to, as they were then.';
