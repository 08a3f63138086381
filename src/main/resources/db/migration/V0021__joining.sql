-- Requests of visitors to join the association, which a crew accepts or refuses after the visitor has confirmed the
-- e-mail address.

create table consent (
    id       bigint generated always as identity constraint consent_pkey primary key,
    text_fr  text not null constraint consent_text_fr_length check (char_length(text_fr) between 1 and 2000),
    text_en  text not null constraint consent_text_en_length check (char_length(text_en) between 1 and 2000),
    required boolean not null default true,
    position integer not null default 0,
    in_use   boolean not null default true
);
comment on table consent is 'The texts that a visitor agrees to when asking to join, required or optional; written by administrators.';
call keep_history('consent');

create table join_request (
    id                bigint generated always as identity constraint join_request_pkey primary key,
    external_id       external_id not null default gen_random_uuid()::text constraint join_request_external_id unique,
    user_id           bigint constraint join_request_user references app_user on delete set null,
    organisation_name text not null default '' constraint join_request_organisation_length check (char_length(organisation_name) <= 300),
    first_name        text not null default '' constraint join_request_first_name_length check (char_length(first_name) <= 200),
    last_name         text not null constraint join_request_last_name_length check (char_length(last_name) between 1 and 200),
    email             text not null constraint join_request_email_form check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 320),
    phone             text not null default '' constraint join_request_phone_length check (char_length(phone) <= 200),
    address           text not null default '' constraint join_request_address_length check (char_length(address) <= 2000),
    language          text not null default 'fr' constraint join_request_language check (language in ('fr', 'en')),
    message           text not null default '' constraint join_request_message_length check (char_length(message) <= 5000),
    came_from         inet,
    asked_at          timestamptz not null default now(),
    answered_by_mail  boolean not null default false,
    link_id           bigint constraint join_request_link references link on delete set null,
    confirmed_at      timestamptz,
    decided_at        timestamptz,
    decision          text constraint join_request_decision check (decision in ('accepted', 'refused')),
    decided_by        bigint constraint join_request_decided_by references app_user on delete set null,
    reply             text not null default '' constraint join_request_reply_length check (char_length(reply) <= 5000),
    member_id         bigint constraint join_request_member references member,
    constraint join_request_decided_whole check ((decided_at is null) = (decision is null)),
    constraint join_request_confirmed_first check (decided_at is null or confirmed_at is not null),
    constraint join_request_accepted_member check (decision is distinct from 'accepted' or member_id is not null)
);
comment on column join_request.user_id is 'The user who sent the request while logged in, or the account created when it was accepted.';
comment on column join_request.answered_by_mail is 'Whether the confirmation mail was written. A background job writes it for any address alike.';
create index join_request_waiting on join_request (confirmed_at, id) where confirmed_at is not null and decided_at is null;
create index join_request_unanswered on join_request (id) where not answered_by_mail;
create index join_request_unconfirmed on join_request (asked_at) where confirmed_at is null;
create index join_request_decided on join_request (decided_at, id) where decided_at is not null;
create index join_request_by_address on join_request (came_from, asked_at);
create index join_request_by_email on join_request (lower(email), asked_at);
create index join_request_link_id on join_request (link_id);
create index join_request_user_id on join_request (user_id);
call keep_history('join_request');

create table join_request_service (
    request_id bigint not null constraint join_request_service_request references join_request on delete cascade,
    type_id    bigint not null constraint join_request_service_type references service_type on delete cascade,
    constraint join_request_service_pkey primary key (request_id, type_id)
);

create table join_request_consent (
    request_id bigint not null constraint join_request_consent_request references join_request on delete cascade,
    consent_id bigint not null constraint join_request_consent_consent references consent on delete cascade,
    text       text not null,
    constraint join_request_consent_pkey primary key (request_id, consent_id)
);
comment on column join_request_consent.text is 'The text at the time of the agreement, in the language in which it was shown.';
