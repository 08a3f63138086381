-- Why something stays with a person who leaves: noted on the page of the departure, by the crew that left it.

create table departure_reason (
    id        bigint generated always as identity constraint departure_reason_pkey primary key,
    member_id bigint constraint departure_reason_member references member,
    user_id   bigint constraint departure_reason_user references app_user on delete cascade,
    item      text not null constraint departure_reason_item check (item ~ '^[a-z]+(:[0-9]{1,19})?$'),
    reason    text not null constraint departure_reason_length check (char_length(reason) between 1 and 2000),
    noted_by  bigint constraint departure_reason_noted_by references app_user on delete set null,
    noted_at  timestamptz not null default now(),
    constraint departure_reason_holder check (num_nonnulls(member_id, user_id) = 1),
    constraint departure_reason_once unique nulls not distinct (member_id, user_id, item)
);
comment on column departure_reason.item is 'What stays: membership, account, service:12, organisation:3…';
comment on column departure_reason.user_id is 'Only of a user who was no member when the reason was noted.';
create index departure_reason_user_id on departure_reason (user_id) where user_id is not null;
call keep_history('departure_reason');
