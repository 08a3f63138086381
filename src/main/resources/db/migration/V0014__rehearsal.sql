-- An administrator looks at the pages as somebody else sees them, and writes nothing meanwhile: who looked, as whom,
-- from when to when. Tracked, so that the history tells it.

create table rehearsal (
    id       bigint generated always as identity constraint rehearsal_pkey primary key,
    user_id  bigint not null constraint rehearsal_user references app_user on delete cascade,
    actor_id bigint not null constraint rehearsal_actor references app_user on delete cascade,
    began_at timestamptz not null default now(),
    ended_at timestamptz
);
create index rehearsal_open on rehearsal (actor_id) where ended_at is null;
call keep_history('rehearsal');
