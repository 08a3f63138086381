-- The queue of outgoing mails. A mail is written in the transaction that causes it and sent afterwards by one of the
-- running instances.

create table mail (
    id           bigint generated always as identity constraint mail_pkey primary key,
    kind         text not null constraint mail_kind_form check (kind ~ '^[a-z-]{1,60}$'),
    user_id      bigint constraint mail_user references app_user on delete set null,
    recipient    text not null constraint mail_recipient_form check (recipient ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(recipient) <= 320),
    subject      text not null constraint mail_subject_form check (char_length(subject) between 1 and 500 and subject !~ '[[:cntrl:]]'),
    body_text    text,
    body_html    text,
    message_id   text not null default gen_random_uuid()::text constraint mail_message_id unique,
    actor_id     bigint default actor_id(),
    actor        text default nullif(current_setting('jadhere.actor', true), ''),
    created_at   timestamptz not null default now(),
    next_try_at  timestamptz not null default now(),
    attempts     integer not null default 0,
    sent_at      timestamptz,
    given_up_at  timestamptz,
    error        text not null default '',
    decided_by   text,
    constraint mail_has_body check (sent_at is not null or given_up_at is not null or body_text is not null and body_html is not null),
    constraint mail_one_end check (num_nonnulls(sent_at, given_up_at) <= 1)
);
comment on column mail.body_text is 'Null once the mail was sent, because it may contain a link that gives access to an account.';
comment on column mail.decided_by is 'The user who sent it again or recorded its delivery.';
comment on column mail.message_id is 'The same for every attempt, so that the receiving server recognises a second copy.';
create index mail_due on mail (next_try_at, id) where sent_at is null and given_up_at is null;
create index mail_troubled on mail (id) where sent_at is null and (given_up_at is not null or attempts > 0);
create index mail_created_at on mail (created_at, id);
create index mail_user_id on mail (user_id);

-- A row is committed just before the last byte goes to the mail server and deleted when the server refuses the mail. A
-- mail with such a row that is neither sent nor refused was interrupted by a crash in between: it is unknown whether the
-- server accepted it, so it is not sent again automatically.
create table mail_handover (
    mail_id bigint constraint mail_handover_pkey primary key constraint mail_handover_mail references mail on delete cascade,
    at      timestamptz not null default clock_timestamp()
);
