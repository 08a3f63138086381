-- Whether another user, or a command, created a row: the history knows. A form that is sent twice finds the row that it
-- created the first time, never the row of another user whose external id it was given.
create function created_by_another(tracked text, changed bigint) returns boolean
    language sql stable
    return exists (select from history h
                   where h.table_name = tracked and h.row_id = changed and h.action = 'insert' and h.actor_id is distinct from actor_id());
