-- Links that are sent by e-mail and work once. Only a digest of the secret part is kept.

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
comment on column link.expires_at is 'When it was made, where a later one made it worthless.';
comment on column link.email is 'Where it was sent; of a new address, the one that it confirms.';
create index link_user_id on link (user_id, purpose);
create index link_expires_at on link (expires_at);

-- What visitors ask for by typing an address. It is written down and answered at once, whoever the address belongs to;
-- who that is is looked up later, in the background, so that neither the answer nor its time tells.
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

-- A new password ends whatever was sent to get in with the old one.
create function new_password_ends_links() returns trigger language plpgsql as $$
begin
    delete from link where user_id = new.id and purpose in ('password', 'login') and used_at is null;
    return null;
end $$;
create trigger app_user_new_password after update of password on app_user
    for each row when (old.password is distinct from new.password) execute function new_password_ends_links();
