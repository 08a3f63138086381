-- With the id, the latest rows of a service are read without a sort, and without the planner's other choice: all rows by id.
drop index history_on_service;
create index history_on_service on history (((coalesce(after, before) ->> 'service_id')::bigint), id)
    where table_name in ('holding', 'payment', 'ip_allocation');
