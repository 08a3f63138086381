-- The restorations of backups: changes between the backup and its restoration are lost, including their history.

create table restoration (
    id         bigint generated always as identity constraint restoration_pkey primary key,
    at         timestamptz not null default clock_timestamp(),
    actor      text not null,
    taken_at   timestamptz not null constraint restoration_taken_at_finite check (isfinite(taken_at))
);
comment on table restoration is 'When a backup was restored, by which system user of the server, and when the backup was taken.';

create function restoration_is_kept() returns trigger
    language plpgsql as $$
begin
    raise exception 'the record of restorations cannot be changed'
        using errcode = 'check_violation', constraint = 'restoration_kept', table = 'restoration';
end $$;
create trigger restoration_kept before update or delete or truncate on restoration
    for each statement execute function restoration_is_kept();
