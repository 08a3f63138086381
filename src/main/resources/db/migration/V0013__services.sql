-- Service types with the crew that manages each, and the services of members.

create table service_type (
    id              bigint generated always as identity constraint service_type_pkey primary key,
    external_id     external_id not null default gen_random_uuid()::text constraint service_type_external_id unique,
    name            text not null constraint service_type_name unique constraint service_type_name_length check (char_length(name) between 1 and 200),
    crew_id         bigint constraint service_type_crew references crew,
    usual_amount    euros,
    usual_months    smallint constraint service_type_usual_months check (usual_months in (0, 1, 2, 3, 6, 12)),
    offered         boolean not null default false,
    internet_access boolean not null default false
);
comment on column service_type.offered is 'Whether visitors may request this service when they ask to join.';
comment on column service_type.internet_access is 'Whether a service of this type counts as an Internet subscriber in isp.json.';
create index service_type_crew_id on service_type (crew_id);
call keep_history('service_type');

create table service (
    id          bigint generated always as identity constraint service_pkey primary key,
    external_id external_id not null default gen_random_uuid()::text constraint service_external_id unique,
    type_id     bigint not null constraint service_type_of references service_type,
    member_id   bigint constraint service_member references member,
    label       text not null default '' constraint service_label_length check (char_length(label) <= 300),
    starts_on   day,
    ends_on     day,
    notes       text not null default '' constraint service_notes_length check (char_length(notes) <= 100000),
    sort_label  text collate "C" not null generated always as (fold(label)) stored,
    constraint service_dates check (ends_on > starts_on)
);
comment on column service.starts_on is 'Null for a service prepared in advance, which is not active yet.';
comment on column service.ends_on is 'The first day on which the service is not active.';
create index service_by_label on service (sort_label, id);
create index service_by_type_and_label on service (type_id, sort_label, id);
create index service_by_start on service ((coalesce(starts_on, date '9999-12-31')), id);
create index service_by_type_and_start on service (type_id, (coalesce(starts_on, date '9999-12-31')), id);
create index service_member_id on service (member_id);
-- Services prepared for future members, in all types and in one.
create index service_without_member on service (sort_label, id) where member_id is null;
create index service_without_member_by_type on service (type_id, sort_label, id) where member_id is null;
create index service_search on service using gin (sort_label gin_trgm_ops);
call keep_history('service');
