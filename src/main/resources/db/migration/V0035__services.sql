-- Who acts for an organisation sees what it has or had of all types. So a crew member names neither themselves, nor
-- another user where another crew manages a type of the organisation's services. Administrators and commands may.

create function representative_is_named_by_others() returns trigger
    language plpgsql as $$
begin
    if exists (select from app_user where id = actor_id() and superuser and active) then
        return new;
    end if;
    if new.user_id = actor_id() then
        raise exception 'users do not name themselves as acting for an organisation'
            using errcode = 'check_violation', constraint = 'organisation_user_not_oneself', table = 'organisation_user';
    end if;
    if exists (select from member m join holding h on h.member_id = m.id join service s on s.id = h.service_id
               join service_type t on t.id = s.type_id
               where m.organisation_id = new.organisation_id
                 and not exists (select from crew_member c where c.crew_id = t.crew_id and c.user_id = actor_id())) then
        raise exception 'another crew manages services of this organisation'
            using errcode = 'check_violation', constraint = 'organisation_user_by_all_crews', table = 'organisation_user';
    end if;
    return new;
end $$;
create trigger organisation_user_named before insert or update on organisation_user
    for each row when (actor_id() is not null) execute function representative_is_named_by_others();
