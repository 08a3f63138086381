-- Second factors: passkeys, code generators and recovery codes. Tables with a history hold what it may show (existence,
-- date, name); secrets, digests and counters that change with every login are in tables of their own without one.

create table passkey (
    id         bigint generated always as identity constraint passkey_pkey primary key,
    user_id    bigint not null constraint passkey_user references app_user on delete cascade,
    name       text not null constraint passkey_name_length check (char_length(name) between 1 and 100),
    created_at timestamptz not null default now()
);
create index passkey_user_id on passkey (user_id);
call keep_history('passkey');

create table passkey_credential (
    passkey_id      bigint constraint passkey_credential_pkey primary key
                        constraint passkey_credential_passkey references passkey on delete cascade,
    credential_id   bytea not null constraint passkey_credential_once unique
                        constraint passkey_credential_id_length check (octet_length(credential_id) between 1 and 1023),
    public_key      bytea not null,
    attestation     bytea not null,
    sign_count      bigint not null,
    transports      text[] not null,
    backup_eligible boolean not null,
    backed_up       boolean not null,
    used_at         timestamptz
);
comment on table passkey_credential is 'The credential record of WebAuthn Level 3, section 4. It contains no secret: the private key never leaves the authenticator.';

create table passkey_handle (
    user_id bigint constraint passkey_handle_pkey primary key constraint passkey_handle_user references app_user on delete cascade,
    handle  bytea not null constraint passkey_handle_once unique
                constraint passkey_handle_length check (octet_length(handle) between 16 and 64)
);
comment on table passkey_handle is 'The WebAuthn user handle of an account: random, because it must not contain personal data (WebAuthn Level 3, 14.6.1).';

create table code_generator (
    id         bigint generated always as identity constraint code_generator_pkey primary key,
    user_id    bigint not null constraint code_generator_user references app_user on delete cascade
                   constraint code_generator_one unique,
    created_at timestamptz not null default now()
);
comment on table code_generator is 'An application that generates a six-digit code every 30 seconds (TOTP, RFC 6238).';
call keep_history('code_generator');

create table code_generator_secret (
    generator_id bigint constraint code_generator_secret_pkey primary key
                     constraint code_generator_secret_generator references code_generator on delete cascade,
    secret       bytea not null constraint code_generator_secret_length check (octet_length(secret) = 20),
    last_step    bigint not null
);
comment on column code_generator_secret.last_step is 'The time step of the last accepted code: codes of this step and of earlier ones are rejected.';

create table recovery_sheet (
    id         bigint generated always as identity constraint recovery_sheet_pkey primary key,
    user_id    bigint not null constraint recovery_sheet_user references app_user on delete cascade
                   constraint recovery_sheet_one unique,
    created_at timestamptz not null default now(),
    codes_left smallint not null constraint recovery_sheet_codes check (codes_left between 0 and 10)
);
comment on table recovery_sheet is 'Printed recovery codes for a user without access to the other factors; each works once.';
call keep_history('recovery_sheet');

create table recovery_code (
    id       bigint generated always as identity constraint recovery_code_pkey primary key,
    sheet_id bigint not null constraint recovery_code_sheet references recovery_sheet on delete cascade,
    digest   text not null
);
create index recovery_code_sheet_id on recovery_code (sheet_id);
comment on column recovery_code.digest is 'Hashed like a password. The row is deleted when the code is used.';
