-- People ask for their account to be closed; volunteers see to services, fees and what has to be kept, and answer.

create table closing_request (
    id         bigint generated always as identity constraint closing_request_pkey primary key,
    user_id    bigint not null constraint closing_request_user references app_user on delete cascade,
    message    text not null default '' constraint closing_request_message_length check (char_length(message) <= 5000),
    asked_at   timestamptz not null default now(),
    ended_at   timestamptz,
    decided_by bigint constraint closing_request_decided_by references app_user on delete set null,
    reply      text not null default '' constraint closing_request_reply_length check (char_length(reply) <= 5000)
);
comment on column closing_request.decided_by is 'Who dealt with it; none where the person took it back.';
create unique index closing_request_one_open on closing_request (user_id) where ended_at is null;
create index closing_request_open on closing_request (asked_at, id) where ended_at is null;
create index closing_request_user_id on closing_request (user_id);
call keep_history('closing_request');
