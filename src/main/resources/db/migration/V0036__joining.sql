-- The history of a request to join begins when its sender confirms it: before, it may hold data of a person who knows
-- nothing of it, and it is deleted after a week (docs/decisions/0014). The sender's address is not in the history.

create function record_request_history() returns trigger
    language plpgsql as $$
declare
    actor_now  text := coalesce(nullif(current_setting('jadhere.actor', true), ''), session_user);
    door_now   text := coalesce(nullif(current_setting('jadhere.door', true), ''), 'sql');
    reason_now text := nullif(current_setting('jadhere.reason', true), '');
begin
    if tg_op = 'INSERT' then
        insert into history (table_name, row_id, action, after, actor_id, actor, door, reason)
        select tg_table_name, n.id, 'insert', to_jsonb(n) - 'came_from', actor_id(), actor_now, door_now, reason_now
        from new_rows n where n.confirmed_at is not null;
    elsif tg_op = 'DELETE' then
        insert into history (table_name, row_id, action, before, actor_id, actor, door, reason)
        select tg_table_name, o.id, 'delete', to_jsonb(o) - 'came_from', actor_id(), actor_now, door_now, reason_now
        from old_rows o where o.confirmed_at is not null;
    else
        insert into history (table_name, row_id, action, before, after, actor_id, actor, door, reason)
        select tg_table_name, n.id, case when was is null then 'insert' else 'update' end, was, image,
               actor_id(), actor_now, door_now, reason_now
        from (select n.id, case when o.confirmed_at is not null then to_jsonb(o) - 'came_from' end as was,
                     to_jsonb(n) - 'came_from' as image
              from new_rows n join old_rows o on o.id = n.id where n.confirmed_at is not null) n
        where was is distinct from image;
    end if;
    return null;
end $$;

drop trigger history_insert on join_request;
drop trigger history_update on join_request;
drop trigger history_delete on join_request;
create trigger history_insert after insert on join_request
    referencing new table as new_rows for each statement execute function record_request_history();
create trigger history_update after update on join_request
    referencing old table as old_rows new table as new_rows for each statement execute function record_request_history();
create trigger history_delete after delete on join_request
    referencing old table as old_rows for each statement execute function record_request_history();

-- What the history holds of such requests goes now. This migration is not marked as one that loses data: all of it was
-- to be deleted a week after it was sent.
alter table history disable trigger user;
delete from history h
where h.table_name = 'join_request'
  and not exists (select from join_request r where r.id = h.row_id and r.confirmed_at is not null)
  and not exists (select from history c where c.table_name = 'join_request' and c.row_id = h.row_id
                  and coalesce(c.after, c.before) ->> 'confirmed_at' is not null);
update history
set before = (before::jsonb - 'came_from')::json, after = (after::jsonb - 'came_from')::json
where table_name = 'join_request';
alter table history enable trigger user;
