-- The reminders of membership fees that were sent: one for each end of a fee and each day set by the administrators,
-- independent of how many instances run and how often.

create table reminder (
    id         bigint generated always as identity constraint reminder_pkey primary key,
    member_id  bigint not null constraint reminder_member references member,
    ends_on    day not null,
    days       integer not null constraint reminder_days check (days between -365 and 365),
    recipients text not null,
    at         timestamptz not null default now(),
    constraint reminder_once unique (member_id, ends_on, days)
);
comment on column reminder.ends_on is 'Half-open, like that of the fee: the first day that the fee does not cover.';
comment on column reminder.days is 'Counted from the last day that the fee covers; negative is before.';
comment on column reminder.recipients is 'The e-mail addresses at the time of the mail.';
