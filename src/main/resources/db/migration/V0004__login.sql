-- Failed logins, and the sessions of the web server.

-- Failed logins, kept for a quarter of an hour (see LoginThrottle). username is the typed text, folded; no such user
-- has to exist.
create table login_failure (
    id       bigint generated always as identity constraint login_failure_pkey primary key,
    at       timestamptz not null default clock_timestamp(),
    username text not null,
    address  inet not null
);
create index login_failure_username on login_failure (username, at);
create index login_failure_address on login_failure (address, at);
create index login_failure_at on login_failure (at);

-- The tables of Spring Session, as its documentation defines them.
create table spring_session (
    primary_id            char(36) not null constraint spring_session_pkey primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(200)
);
create unique index spring_session_session_id on spring_session (session_id);
create index spring_session_expiry_time on spring_session (expiry_time);
create index spring_session_principal_name on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null constraint spring_session_attributes_session references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    constraint spring_session_attributes_pkey primary key (session_primary_id, attribute_name)
);
