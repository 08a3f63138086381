-- A second factor is required of all who may enter the administration, unless the association decides otherwise. The
-- grace begins with this update, or when an administrator switches the requirement on.

alter table association alter column staff_second_factor set default true;
alter table association add column staff_second_factor_since timestamptz not null default now();
comment on column association.staff_second_factor_since is 'Since when a second factor is required of staff; where it is not required, when it last was switched on.';
do $$
begin
    if exists (select from app_user) then
        update association set staff_second_factor = true where not staff_second_factor;
    else -- a new database: nothing to record
        alter table association disable trigger history_update;
        update association set staff_second_factor = true;
        alter table association enable trigger history_update;
    end if;
end $$;

create function second_factor_begins() returns trigger language plpgsql as $$
begin
    new.staff_second_factor_since := now();
    return new;
end $$;
create trigger association_second_factor before update of staff_second_factor on association
    for each row when (new.staff_second_factor and not old.staff_second_factor) execute function second_factor_begins();
