-- The letter that tells a user of the administration until when to set up a second factor, sent once.

create table factor_letter (
    user_id bigint constraint factor_letter_pkey primary key constraint factor_letter_user references app_user on delete cascade,
    sent_at timestamptz not null default now()
);
