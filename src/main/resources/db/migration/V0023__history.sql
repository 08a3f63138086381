-- Indexes of the history as a list, newest first: one for each filter, in the order of the list, so that a page costs the
-- same for any number of older rows.
create index history_at on history (at, id);
create index history_of_kind on history (table_name, at, id);
create index history_by_actor on history (actor_id, at, id);
create index history_by_action on history (action, at, id);
create index history_actor_search on history using gin (fold(actor) gin_trgm_ops);

-- Validations and their withdrawals.
create index history_validation on history (at, id)
    where action = 'update' and (before ->> 'validated') is distinct from (after ->> 'validated');

-- The rows that belong to another row, found by its id in the stored image.
create index history_on_service on history (((coalesce(after, before) ->> 'service_id')::bigint))
    where table_name in ('payment', 'ip_allocation');
create index history_on_member on history (((coalesce(after, before) ->> 'member_id')::bigint))
    where table_name = 'membership_fee';
create index history_on_user on history (((coalesce(after, before) ->> 'user_id')::bigint))
    where table_name in ('user_email', 'crew_member', 'organisation_user', 'passkey', 'code_generator', 'recovery_sheet');
create index history_on_organisation on history (((coalesce(after, before) ->> 'organisation_id')::bigint))
    where table_name = 'organisation_user';
create index history_on_crew on history (((coalesce(after, before) ->> 'crew_id')::bigint))
    where table_name in ('crew_member', 'crew_permission');

-- Deleted services by their type: the crew of the type may still read their history.
create index history_of_gone_services on history (((before ->> 'type_id')::bigint), row_id)
    where table_name = 'service' and action = 'delete';
