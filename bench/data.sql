-- An association of :members members. Each has two fees and two services, and each service has twelve payments and one
-- address. Statements are separated by an empty line and committed one by one. Triggers and constraints are on, except for
-- payments (their history would take ten gigabytes) and allocations (see there); `jadhere check` checks all data afterwards.

insert into crew (name) values ('equipage'), ('banque');

insert into crew_permission (crew_id, permission)
select 2, 'payment.' || p from unnest(array['add', 'change', 'delete', 'validate']) p;

insert into service_type (name, crew_id, usual_amount, usual_months, offered)
select 'Abo ' || n, 1, 20, 1, n = 1 from generate_series(1, 10) n;

insert into app_user (username, last_name, password, staff, superuser) values ('admin', 'Admin', ':password', true, true);

-- 160,000 last names of four syllables: at any number of members a whole name is rare and a syllable is common.
insert into app_user (username, first_name, last_name, phone, address, password)
select 'm' || n, (array['Camille', 'Sacha', 'Nadia', 'Dominique', 'Élise', 'Ahmed', 'Zoé', 'Jérôme', 'Inès', 'Paul'])[1 + n % 10],
       initcap(s[1 + n % 20] || s[1 + n / 20 % 20] || s[1 + n / 400 % 20] || s[1 + n / 8000 % 20]),
       '06 39 98 ' || lpad((n % 100)::text, 2, '0') || ' ' || lpad((n / 100 % 100)::text, 2, '0'),
       (1 + n % 120) || E' rue du Moulin\n' || (31000 + n % 900) || ' Toulouse', ':password'
from generate_series(1, :members) n,
     (select array['ba', 'cor', 'du', 'fen', 'gar', 'hou', 'jol', 'ker', 'lin', 'mar', 'neu', 'pel', 'quen', 'rou', 'sal', 'tis', 'vau', 'yon', 'bel', 'cha'] s) syllables;

insert into user_email (user_id, position, email) select id, 0, username || '@example.org' from app_user;

insert into organisation (name, email)
select 'Collectif ' || n, 'collectif' || n || '@example.org' from generate_series(1, :members / 20) n;

insert into organisation_user (organisation_id, user_id) select id, 1 + id * 20 from organisation;

-- Every twentieth member is an organisation.
with joined as (
    insert into member (user_id, organisation_id)
    select case when n % 20 > 0 then n + 1 end, case when n % 20 = 0 then n / 20 end
    from generate_series(1, :members) n order by n
    returning id)
insert into membership (member_id, joined_on) select id, date '2015-01-01' + (id % 3000)::int from joined;

insert into membership_fee (member_id, amount, method, starts_on, ends_on)
select m.id, 20, 'transfer', date '2025-01-01' + (m.id % 300)::int + 365 * y, date '2026-01-01' + (m.id % 300)::int + 365 * y
from member m, generate_series(0, 1) y;

insert into service (type_id, label, starts_on)
select 1 + (m.id + k) % 10, 'ligne-' || m.number || '-' || k, m.latest_joined_on
from member m, generate_series(0, 1) k;

insert into holding (service_id, member_id, starts_on, known_since)
select s.id, m.id, s.starts_on, now()
from member m, generate_series(0, 1) k, service s where s.label = 'ligne-' || m.number || '-' || k;

-- Payments: the triggers refuse validated rows that are not inserted by a bank act, so they are off here.
alter table payment disable trigger user;

create table kept_index as
select indexname, indexdef from pg_indexes
where tablename = 'payment' and indexname not in (select conname from pg_constraint where conrelid = 'payment'::regclass);

do $$ declare i text; begin
  for i in select indexname from kept_index loop execute 'drop index ' || i; end loop;
end $$;

insert into payment (service_id, holding_id, amount, method, months, starts_on, ends_on, validated)
select s.id, h.id, 15 + (s.id + y) % 20, (array['standing_order', 'standing_order', 'direct_debit', 'transfer', 'cheque', 'free'])[1 + s.id % 6], 1,
       date '2014-01-01' + 365 * y + (s.id % 365)::int, case when y < 11 then date '2015-01-01' + 365 * y + (s.id % 365)::int end,
       y < 11 or s.id % 10 > 0
from service s join holding h on h.service_id = s.id, generate_series(0, 11) y;

do $$ declare i text; begin
  for i in select indexdef from kept_index loop execute i; end loop;
end $$;

drop table kept_index;

alter table payment enable trigger user;

-- Allocations: the exclusion constraint is dropped and added again, so that it is checked once and not for each row.
insert into prefix (prefix) values ('10.0.0.0/8');

alter table ip_allocation disable trigger user;

alter table ip_allocation drop constraint ip_allocation_one_holder;

insert into ip_allocation (service_id, address, held_from, known_since)
select id, '10.0.0.0'::inet + id, timestamptz '2024-01-01' + interval '1 minute' * (id % 100000), now() from service;

alter table ip_allocation add constraint ip_allocation_one_holder
exclude using gist (address inet_ops with &&, tstzrange(held_from, held_until) with &&);

alter table ip_allocation enable trigger user;

select prefix_use_count(id), vacancy_count(id) from prefix;

vacuum analyze;
