-- Since when a user may enter the administration, for the grace before a second factor is required. The row stays when
-- the status is taken away: a later return has no new grace, and crews do not change the addresses of former staff.

create table staff_entry (
    user_id bigint constraint staff_entry_pkey primary key constraint staff_entry_user references app_user on delete cascade,
    since   timestamptz not null default now()
);
comment on table staff_entry is 'When a user first got staff status or became an administrator; kept by a trigger on app_user.';
insert into staff_entry (user_id) select id from app_user where staff or superuser;

create function staff_enters() returns trigger language plpgsql as $$
begin
    insert into staff_entry (user_id) values (new.id) on conflict do nothing;
    return null;
end $$;
create trigger app_user_staff_entry after insert or update of staff, superuser on app_user
    for each row when (new.staff or new.superuser) execute function staff_enters();
