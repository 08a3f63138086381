-- A user's own account: links sent by e-mail, requests for such links, and requests to close the account.

-- A link works once. Only a digest of its secret part is stored.
create table link (
    id          bigint generated always as identity constraint link_pkey primary key,
    purpose     text not null constraint link_purpose check (purpose in ('password', 'login', 'email', 'join')),
    token       bytea not null constraint link_token unique constraint link_token_digest check (octet_length(token) = 32),
    user_id     bigint constraint link_user references app_user on delete cascade,
    email       text not null constraint link_email_length check (char_length(email) <= 320),
    created_at  timestamptz not null default now(),
    expires_at  timestamptz not null,
    used_at     timestamptz,
    constraint link_expires check (expires_at >= created_at),
    constraint link_of_somebody check (purpose = 'join' or user_id is not null)
);
comment on column link.expires_at is 'Equal to created_at when a later link replaced this one.';
comment on column link.email is 'The address that the link was sent to; for purpose email, the new address that it confirms.';
create index link_user_id on link (user_id, purpose);
create index link_expires_at on link (expires_at);

-- Requests of visitors for a link, by e-mail address. A request is stored and answered in the same way and time for any
-- address; a background job looks up the user later, so that the answer does not disclose which addresses exist.
create table link_request (
    id         bigint generated always as identity constraint link_request_pkey primary key,
    purpose    text not null constraint link_request_purpose check (purpose in ('password', 'login')),
    email      text not null constraint link_request_email_length check (char_length(email) <= 320),
    address    inet not null,
    at         timestamptz not null default now(),
    handled_at timestamptz
);
create index link_request_waiting on link_request (id) where handled_at is null;
create index link_request_by_address on link_request (address, at);
create index link_request_by_email on link_request (lower(email), at);
create index link_request_at on link_request (at);

-- A new password invalidates all unused links for login and password reset.
create function new_password_ends_links() returns trigger language plpgsql as $$
begin
    delete from link where user_id = new.id and purpose in ('password', 'login') and used_at is null;
    return null;
end $$;
create trigger app_user_new_password after update of password on app_user
    for each row when (old.password is distinct from new.password) execute function new_password_ends_links();

-- Requests of users to close their account. Volunteers end services and fees, keep what the law requires, and reply.
create table closing_request (
    id         bigint generated always as identity constraint closing_request_pkey primary key,
    user_id    bigint not null constraint closing_request_user references app_user on delete cascade,
    message    text not null default '' constraint closing_request_message_length check (char_length(message) <= 5000),
    asked_at   timestamptz not null default now(),
    ended_at   timestamptz,
    decided_by bigint constraint closing_request_decided_by references app_user on delete set null,
    reply      text not null default '' constraint closing_request_reply_length check (char_length(reply) <= 5000)
);
comment on column closing_request.decided_by is 'The user who handled the request; null when the requester withdrew it.';
create unique index closing_request_one_open on closing_request (user_id) where ended_at is null;
create index closing_request_open on closing_request (asked_at, id) where ended_at is null;
create index closing_request_user_id on closing_request (user_id);
call keep_history('closing_request');
