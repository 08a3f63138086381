-- The history as a list, newest first: one index for each way of asking, in the order of the list, so that a page costs
-- the same whatever was written before it. What is ordered by time needs no index of blocks beside it.
drop index history_at;
create index history_at on history (at, id);
create index history_of_kind on history (table_name, at, id);
create index history_by_actor on history (actor_id, at, id);
create index history_by_action on history (action, at, id);
create index history_actor_search on history using gin (fold(actor) gin_trgm_ops);

-- Validations, and those taken back.
create index history_validation on history (at, id)
    where action = 'update' and (before ->> 'validated') is distinct from (after ->> 'validated');

-- What hangs on a thing: found by the thing's id in what the row was.
create index history_on_service on history (((coalesce(after, before) ->> 'service_id')::bigint))
    where table_name in ('payment', 'ip_allocation');
create index history_on_member on history (((coalesce(after, before) ->> 'member_id')::bigint))
    where table_name = 'membership_fee';
create index history_on_user on history (((coalesce(after, before) ->> 'user_id')::bigint))
    where table_name in ('user_email', 'crew_member', 'organisation_user');
create index history_on_organisation on history (((coalesce(after, before) ->> 'organisation_id')::bigint))
    where table_name = 'organisation_user';
create index history_on_crew on history (((coalesce(after, before) ->> 'crew_id')::bigint))
    where table_name in ('crew_member', 'crew_permission');

-- Services that are gone, by the type that they had: whose crew may still read of them.
create index history_of_gone_services on history (((before ->> 'type_id')::bigint), row_id)
    where table_name = 'service' and action = 'delete';
