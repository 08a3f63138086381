-- The whole schema as it is now. Written by bin/generate from the migrations; never edited.

create extension pg_trgm;
create extension unaccent;

create domain day as date
    constraint day_finite CHECK (isfinite(VALUE));
create domain euros as numeric
    constraint euros_not_absurd CHECK ((VALUE < (100000000)::numeric))
    constraint euros_not_negative CHECK ((VALUE >= (0)::numeric))
    constraint euros_whole_cents CHECK ((scale(VALUE) <= 2));
create domain external_id as text
    constraint external_id_form CHECK ((((char_length(VALUE) >= 1) AND (char_length(VALUE) <= 200)) AND (VALUE !~ '[[:cntrl:]]'::text)));
create domain host_name as text
    constraint host_name_form CHECK (is_host_name(VALUE));

create table address_question (
    id bigint not null,
    at timestamp with time zone not null,
    actor_id bigint,
    actor text not null,
    door text not null,
    address inet not null,
    instant timestamp with time zone not null,
    reason text not null,
    answer text not null,
    service_id bigint,
    previous bytea not null,
    seal bytea not null,
    constraint address_question_seal UNIQUE (seal),
    constraint address_question_pkey PRIMARY KEY (id),
    constraint address_question_answer CHECK ((answer = ANY (ARRAY['one'::text, 'several'::text, 'own'::text, 'unassigned'::text, 'not_ours'::text, 'not_kept'::text, 'gap'::text]))),
    constraint address_question_instant_finite CHECK (isfinite(instant)),
    constraint address_question_reason_length CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 2000))),
    constraint address_question_service CHECK (((service_id IS NOT NULL) = (answer = 'one'::text)))
);
CREATE TRIGGER address_question_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.address_question FOR EACH STATEMENT EXECUTE FUNCTION address_question_is_kept();
CREATE TRIGGER address_question_sealed BEFORE INSERT ON public.address_question FOR EACH ROW EXECUTE FUNCTION address_question_is_sealed();
comment on table address_question is 'Each question who had an address at an instant: the user, the reason and the kind of answer. A seal covers the row and the seal before it.';
comment on column address_question.service_id is 'The service named in the answer. The holder is found through it and not stored a second time.';
create table app_user (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    username text not null,
    first_name text not null default ''::text,
    last_name text not null default ''::text,
    phone text not null default ''::text,
    address text not null default ''::text,
    language text not null default 'fr'::text,
    staff boolean not null default false,
    superuser boolean not null default false,
    active boolean not null default true,
    password text,
    sort_name text collate "C" not null generated always as (fold(((last_name || ' '::text) || first_name))) stored,
    search text collate "C" not null generated always as (fold(((((((((((((first_name || ' '::text) || last_name) || ' '::text) || first_name) || ' '::text) || username) || ' '::text) || phone) || ' '::text) || regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text)) || ' '::text) || address))) stored,
    constraint app_user_external_id UNIQUE (external_id),
    constraint app_user_pkey PRIMARY KEY (id),
    constraint app_user_address_length CHECK ((char_length(address) <= 2000)),
    constraint app_user_first_name_length CHECK ((char_length(first_name) <= 200)),
    constraint app_user_language CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
    constraint app_user_last_name_length CHECK ((char_length(last_name) <= 200)),
    constraint app_user_password_form CHECK (((password ~ '^(pbkdf2_sha256\$|\{argon2\}\$argon2)'::text) AND (char_length(password) <= 500))),
    constraint app_user_phone_length CHECK ((char_length(phone) <= 200)),
    constraint app_user_username_form CHECK ((username ~ '^[^[:cntrl:][:space:]]{1,150}$'::text))
);
CREATE INDEX app_user_inactive ON public.app_user USING btree (sort_name, id) WHERE (NOT active);
CREATE INDEX app_user_search ON public.app_user USING gin (search gin_trgm_ops);
CREATE INDEX app_user_sort_name ON public.app_user USING btree (sort_name, id);
CREATE INDEX app_user_staff ON public.app_user USING btree (sort_name, id) WHERE (staff OR superuser);
CREATE UNIQUE INDEX app_user_username ON public.app_user USING btree (lower(username));
CREATE CONSTRAINT TRIGGER app_user_last_administrator AFTER DELETE OR UPDATE ON public.app_user DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((old.superuser AND old.active)) EXECUTE FUNCTION administrator_remains();
CREATE TRIGGER app_user_new_password AFTER UPDATE OF password ON public.app_user FOR EACH ROW WHEN ((old.password IS DISTINCT FROM new.password)) EXECUTE FUNCTION new_password_ends_links();
CREATE TRIGGER app_user_renames_member AFTER UPDATE ON public.app_user FOR EACH ROW WHEN ((old.sort_name IS DISTINCT FROM new.sort_name)) EXECUTE FUNCTION holder_renames_member();
CREATE TRIGGER history_delete AFTER DELETE ON public.app_user REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.app_user FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.app_user REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('masked');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.app_user FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.app_user REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on column app_user.search is 'The first name is on both sides of the last name, so that a search finds either order. The phone number is repeated with digits only.';
create table association (
    id bigint not null generated always as identity,
    only_one boolean not null default true,
    name text not null,
    address text not null default ''::text,
    email text not null default ''::text,
    website text not null default ''::text,
    registration text not null default ''::text,
    bank_holder text not null default ''::text,
    iban text not null default ''::text,
    bic text not null default ''::text,
    login_by_link boolean not null default false,
    staff_second_factor boolean not null default false,
    remind_on integer[] not null default '{-30,-7,7,30}'::integer[],
    constraint association_once UNIQUE (only_one),
    constraint association_pkey PRIMARY KEY (id),
    constraint association_address_length CHECK ((char_length(address) <= 2000)),
    constraint association_bank_holder_length CHECK ((char_length(bank_holder) <= 70)),
    constraint association_bic CHECK (((bic = ''::text) OR (bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'::text))),
    constraint association_email_form CHECK (((email = ''::text) OR ((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (char_length(email) <= 320)))),
    constraint association_iban CHECK (((iban = ''::text) OR iban_holds(iban))),
    constraint association_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    constraint association_only_one CHECK (only_one),
    constraint association_registration_length CHECK ((char_length(registration) <= 200)),
    constraint association_remind_on CHECK ((('-365'::integer <= ALL (remind_on)) AND (365 >= ALL (remind_on)) AND (cardinality(remind_on) <= 12) AND (array_position(remind_on, NULL::integer) IS NULL))),
    constraint association_website_form CHECK (((website = ''::text) OR ((website ~ '^https?://[^[:space:]]+$'::text) AND (char_length(website) <= 300))))
);
CREATE TRIGGER association_stays BEFORE DELETE ON public.association FOR EACH ROW EXECUTE FUNCTION association_stays();
CREATE TRIGGER history_delete AFTER DELETE ON public.association REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.association FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.association REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.association FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.association REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on table association is 'One row: how the association presents itself and receives payments, and the settings of its administrators.';
comment on column association.registration is 'SIREN, RNA or another registration number; free text for receipts.';
comment on column association.bank_holder is 'At most 70 characters, as in the EPC QR code (EPC069-12).';
comment on column association.remind_on is 'The days on which a reminder of a fee is sent, counted from the last day of the fee; negative is before.';
create table closing_request (
    id bigint not null generated always as identity,
    user_id bigint not null,
    message text not null default ''::text,
    asked_at timestamp with time zone not null default now(),
    ended_at timestamp with time zone,
    decided_by bigint,
    reply text not null default ''::text,
    constraint closing_request_pkey PRIMARY KEY (id),
    constraint closing_request_decided_by FOREIGN KEY (decided_by) REFERENCES app_user(id) ON DELETE SET NULL,
    constraint closing_request_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE,
    constraint closing_request_message_length CHECK ((char_length(message) <= 5000)),
    constraint closing_request_reply_length CHECK ((char_length(reply) <= 5000))
);
CREATE UNIQUE INDEX closing_request_one_open ON public.closing_request USING btree (user_id) WHERE (ended_at IS NULL);
CREATE INDEX closing_request_open ON public.closing_request USING btree (asked_at, id) WHERE (ended_at IS NULL);
CREATE INDEX closing_request_user_id ON public.closing_request USING btree (user_id);
CREATE TRIGGER history_delete AFTER DELETE ON public.closing_request REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.closing_request FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.closing_request REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.closing_request FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.closing_request REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on column closing_request.decided_by is 'The user who handled the request; null when the requester withdrew it.';
create table code_generator (
    id bigint not null generated always as identity,
    user_id bigint not null,
    created_at timestamp with time zone not null default now(),
    constraint code_generator_one UNIQUE (user_id),
    constraint code_generator_pkey PRIMARY KEY (id),
    constraint code_generator_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
);
CREATE TRIGGER history_delete AFTER DELETE ON public.code_generator REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.code_generator FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.code_generator REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.code_generator FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.code_generator REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on table code_generator is 'An application that generates a six-digit code every 30 seconds (TOTP, RFC 6238).';
create table code_generator_secret (
    generator_id bigint not null,
    secret bytea not null,
    last_step bigint not null,
    constraint code_generator_secret_pkey PRIMARY KEY (generator_id),
    constraint code_generator_secret_generator FOREIGN KEY (generator_id) REFERENCES code_generator(id) ON DELETE CASCADE,
    constraint code_generator_secret_length CHECK ((octet_length(secret) = 20))
);
comment on column code_generator_secret.last_step is 'The time step of the last accepted code: codes of this step and of earlier ones are rejected.';
create table consent (
    id bigint not null generated always as identity,
    text_fr text not null,
    text_en text not null,
    required boolean not null default true,
    position integer not null default 0,
    in_use boolean not null default true,
    constraint consent_pkey PRIMARY KEY (id),
    constraint consent_text_en_length CHECK (((char_length(text_en) >= 1) AND (char_length(text_en) <= 2000))),
    constraint consent_text_fr_length CHECK (((char_length(text_fr) >= 1) AND (char_length(text_fr) <= 2000)))
);
CREATE TRIGGER history_delete AFTER DELETE ON public.consent REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.consent FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.consent REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.consent FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.consent REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on table consent is 'The texts that a visitor agrees to when asking to join, required or optional; written by administrators.';
create table covered_area (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    name text not null,
    technologies text[] not null,
    area jsonb,
    constraint covered_area_external_id UNIQUE (external_id),
    constraint covered_area_pkey PRIMARY KEY (id),
    constraint covered_area_area CHECK ((((area ->> 'type'::text) = ANY (ARRAY['Polygon'::text, 'MultiPolygon'::text])) AND (jsonb_typeof((area -> 'coordinates'::text)) = 'array'::text) AND (octet_length((area)::text) <= 500000))),
    constraint covered_area_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    constraint covered_area_technologies CHECK (all_match(technologies, '^(ftth|fttb|dsl|wifi|vpn|cube)$'::text))
);
CREATE TRIGGER history_delete AFTER DELETE ON public.covered_area REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.covered_area FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.covered_area REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.covered_area FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.covered_area REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on table covered_area is 'The areas that the association covers, with the technologies in each, for isp.json; area is GeoJSON (RFC 7946).';
create table crew (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    name text not null,
    constraint crew_external_id UNIQUE (external_id),
    constraint crew_name UNIQUE (name),
    constraint crew_pkey PRIMARY KEY (id),
    constraint crew_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 150)))
);
CREATE TRIGGER history_delete AFTER DELETE ON public.crew REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.crew FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.crew REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.crew FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.crew REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
create table crew_member (
    id bigint not null generated always as identity,
    crew_id bigint not null,
    user_id bigint not null,
    constraint crew_member_once UNIQUE (user_id, crew_id),
    constraint crew_member_pkey PRIMARY KEY (id),
    constraint crew_member_crew FOREIGN KEY (crew_id) REFERENCES crew(id) ON DELETE CASCADE,
    constraint crew_member_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
);
CREATE INDEX crew_member_by_crew ON public.crew_member USING btree (crew_id);
CREATE TRIGGER history_delete AFTER DELETE ON public.crew_member REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.crew_member FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.crew_member REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.crew_member FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.crew_member REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
create table crew_permission (
    id bigint not null generated always as identity,
    crew_id bigint not null,
    permission text not null,
    constraint crew_permission_once UNIQUE (crew_id, permission),
    constraint crew_permission_pkey PRIMARY KEY (id),
    constraint crew_permission_crew FOREIGN KEY (crew_id) REFERENCES crew(id) ON DELETE CASCADE,
    constraint crew_permission_known CHECK ((permission = ANY (ARRAY['payment.add'::text, 'payment.change'::text, 'payment.delete'::text, 'payment.validate'::text, 'address.trace'::text])))
);
CREATE TRIGGER history_delete AFTER DELETE ON public.crew_permission REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.crew_permission FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.crew_permission REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.crew_permission FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.crew_permission REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
create table delegation (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    prefix inet not null,
    servers text[] not null,
    service_id bigint,
    constraint delegation_not_nested EXCLUDE USING gist (prefix inet_ops WITH &&),
    constraint delegation_external_id UNIQUE (external_id),
    constraint delegation_pkey PRIMARY KEY (id),
    constraint delegation_service FOREIGN KEY (service_id) REFERENCES service(id),
    constraint delegation_not_mapped CHECK ((NOT (prefix <<= '::ffff:0.0.0.0/96'::inet))),
    constraint delegation_servers CHECK ((are_host_names(servers) AND ((cardinality(servers) >= 1) AND (cardinality(servers) <= 13)))),
    constraint delegation_whole CHECK ((prefix = (network(prefix))::inet))
);
CREATE INDEX delegation_service_id ON public.delegation USING btree (service_id);
CREATE TRIGGER delegation_declared BEFORE INSERT OR UPDATE ON public.delegation FOR EACH ROW EXECUTE FUNCTION delegation_is_declared();
CREATE TRIGGER delegation_turn BEFORE INSERT OR DELETE OR UPDATE ON public.delegation FOR EACH STATEMENT EXECUTE FUNCTION ip_allocation_takes_turn();
CREATE TRIGGER history_delete AFTER DELETE ON public.delegation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.delegation FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.delegation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.delegation FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.delegation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER zones_delete AFTER DELETE ON public.delegation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
CREATE TRIGGER zones_insert AFTER INSERT ON public.delegation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
CREATE TRIGGER zones_update AFTER UPDATE ON public.delegation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
comment on table delegation is 'The name servers that answer for the reverse names of a prefix.';
create table erasure (
    id bigint not null generated always as identity,
    at timestamp with time zone not null default clock_timestamp(),
    actor text not null,
    door text not null,
    xact bigint not null,
    kept_since timestamp with time zone,
    allocations integer not null default 0,
    lines integer not null default 0,
    sightings integer not null default 0,
    constraint erasure_pkey PRIMARY KEY (id),
    constraint erasure_kept_since_finite CHECK (isfinite(kept_since))
);
CREATE INDEX erasure_kept_since ON public.erasure USING btree (kept_since);
CREATE INDEX erasure_xact ON public.erasure USING btree (xact);
CREATE TRIGGER erasure_allowed BEFORE INSERT ON public.erasure FOR EACH ROW EXECUTE FUNCTION erasure_is_allowed();
CREATE TRIGGER erasure_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.erasure FOR EACH STATEMENT EXECUTE FUNCTION erasure_is_kept();
comment on table erasure is 'When data was erased, by whom, up to which instant and how much of it; never the data itself.';
comment on column erasure.kept_since is 'Traces that had ended by this instant were erased; null for an erasure of sightings.';
create table history (
    id bigint not null generated always as identity,
    at timestamp with time zone not null default now(),
    table_name text not null,
    row_id bigint not null,
    action text not null,
    before json,
    after json,
    actor_id bigint,
    actor text not null,
    door text not null,
    db_role text not null default SESSION_USER,
    reason text,
    constraint history_pkey PRIMARY KEY (id),
    constraint history_action CHECK ((action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);
CREATE INDEX history_actor_search ON public.history USING gin (fold(actor) gin_trgm_ops);
CREATE INDEX history_at ON public.history USING btree (at, id);
CREATE INDEX history_by_action ON public.history USING btree (action, at, id);
CREATE INDEX history_by_actor ON public.history USING btree (actor_id, at, id);
CREATE INDEX history_gone_allocation ON public.history USING btree (table_name, row_id) WHERE ((table_name = ANY (ARRAY['ip_allocation'::text, 'reverse_name'::text, 'delegation'::text])) AND (action = 'delete'::text));
CREATE INDEX history_of_gone_services ON public.history USING btree ((((before ->> 'type_id'::text))::bigint), row_id) WHERE ((table_name = 'service'::text) AND (action = 'delete'::text));
CREATE INDEX history_of_kind ON public.history USING btree (table_name, at, id);
CREATE INDEX history_on_crew ON public.history USING btree ((((COALESCE(after, before) ->> 'crew_id'::text))::bigint)) WHERE (table_name = ANY (ARRAY['crew_member'::text, 'crew_permission'::text]));
CREATE INDEX history_on_member ON public.history USING btree ((((COALESCE(after, before) ->> 'member_id'::text))::bigint)) WHERE (table_name = 'membership_fee'::text);
CREATE INDEX history_on_organisation ON public.history USING btree ((((COALESCE(after, before) ->> 'organisation_id'::text))::bigint)) WHERE (table_name = 'organisation_user'::text);
CREATE INDEX history_on_service ON public.history USING btree ((((COALESCE(after, before) ->> 'service_id'::text))::bigint)) WHERE (table_name = ANY (ARRAY['payment'::text, 'ip_allocation'::text]));
CREATE INDEX history_on_user ON public.history USING btree ((((COALESCE(after, before) ->> 'user_id'::text))::bigint)) WHERE (table_name = ANY (ARRAY['user_email'::text, 'crew_member'::text, 'organisation_user'::text, 'passkey'::text, 'code_generator'::text, 'recovery_sheet'::text]));
CREATE INDEX history_row ON public.history USING btree (table_name, row_id, id);
CREATE INDEX history_validation ON public.history USING btree (at, id) WHERE ((action = 'update'::text) AND ((before ->> 'validated'::text) IS DISTINCT FROM (after ->> 'validated'::text)));
CREATE TRIGGER history_erased AFTER DELETE ON public.history REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION history_is_erased_lawfully();
CREATE TRIGGER history_kept BEFORE UPDATE OR TRUNCATE ON public.history FOR EACH STATEMENT EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER history_kept_delete BEFORE DELETE ON public.history FOR EACH STATEMENT EXECUTE FUNCTION history_is_kept_but_for_erasures();
comment on table history is 'Who changed which row, when, and its values before and after. actor is the name at that time; door is web, command, or sql for statements that did not come from the program.';
create table ip_allocation (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    service_id bigint not null,
    address inet not null,
    held_from timestamp with time zone not null,
    held_until timestamp with time zone,
    known_since timestamp with time zone not null,
    end_known_since timestamp with time zone,
    constraint ip_allocation_one_holder EXCLUDE USING gist (address inet_ops WITH &&, tstzrange(held_from, held_until) WITH &&),
    constraint ip_allocation_external_id UNIQUE (external_id),
    constraint ip_allocation_pkey PRIMARY KEY (id),
    constraint ip_allocation_service FOREIGN KEY (service_id) REFERENCES service(id),
    constraint ip_allocation_end_known CHECK (((end_known_since IS NOT NULL) = (held_until IS NOT NULL))),
    constraint ip_allocation_from_finite CHECK (isfinite(held_from)),
    constraint ip_allocation_not_mapped CHECK ((NOT (address <<= '::ffff:0.0.0.0/96'::inet))),
    constraint ip_allocation_times CHECK ((held_until > held_from)),
    constraint ip_allocation_until_finite CHECK (isfinite(held_until)),
    constraint ip_allocation_whole CHECK ((address = (network(address))::inet))
);
CREATE INDEX ip_allocation_by_address ON public.ip_allocation USING btree (address, id);
CREATE INDEX ip_allocation_by_end ON public.ip_allocation USING btree (held_until) WHERE (held_until IS NOT NULL);
CREATE INDEX ip_allocation_by_start ON public.ip_allocation USING btree (held_from, id);
CREATE INDEX ip_allocation_open ON public.ip_allocation USING btree (address, id) WHERE (held_until IS NULL);
CREATE INDEX ip_allocation_service_id ON public.ip_allocation USING btree (service_id);
CREATE TRIGGER history_delete AFTER DELETE ON public.ip_allocation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.ip_allocation FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.ip_allocation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.ip_allocation FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.ip_allocation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER ip_allocation_counted_delete AFTER DELETE ON public.ip_allocation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION prefix_use_changed();
CREATE TRIGGER ip_allocation_counted_insert AFTER INSERT ON public.ip_allocation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION prefix_use_changed();
CREATE TRIGGER ip_allocation_counted_update AFTER UPDATE ON public.ip_allocation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION prefix_use_changed();
CREATE TRIGGER ip_allocation_kept_insert AFTER INSERT ON public.ip_allocation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ip_allocation_is_kept();
CREATE TRIGGER ip_allocation_kept_update AFTER UPDATE ON public.ip_allocation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ip_allocation_is_kept();
CREATE TRIGGER ip_allocation_known BEFORE INSERT OR UPDATE ON public.ip_allocation FOR EACH ROW EXECUTE FUNCTION ip_allocation_is_known();
CREATE TRIGGER ip_allocation_names_delete AFTER DELETE ON public.ip_allocation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION names_follow_holders();
CREATE TRIGGER ip_allocation_names_insert AFTER INSERT ON public.ip_allocation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION names_follow_holders();
CREATE TRIGGER ip_allocation_names_update AFTER UPDATE ON public.ip_allocation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION names_follow_holders();
CREATE TRIGGER ip_allocation_room_delete AFTER DELETE ON public.ip_allocation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ip_allocation_leaves_room();
CREATE TRIGGER ip_allocation_room_insert AFTER INSERT ON public.ip_allocation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ip_allocation_leaves_room();
CREATE TRIGGER ip_allocation_room_update AFTER UPDATE ON public.ip_allocation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ip_allocation_leaves_room();
CREATE TRIGGER ip_allocation_turn BEFORE INSERT OR UPDATE ON public.ip_allocation FOR EACH STATEMENT EXECUTE FUNCTION ip_allocation_takes_turn();
CREATE TRIGGER ip_allocation_turn_delete BEFORE DELETE ON public.ip_allocation FOR EACH STATEMENT EXECUTE FUNCTION ip_allocation_takes_turn();
comment on column ip_allocation.address is 'A single address is a /32 or /128. IPv4 addresses mapped into IPv6 are written as IPv4.';
comment on column ip_allocation.held_until is 'Half-open: the first instant at which it is not held; null while it is held.';
comment on column ip_allocation.known_since is 'When the allocation was recorded, which may be later than held_from. An import takes it from the CSV folder.';
comment on column ip_allocation.end_known_since is 'When the end was recorded, which may be before or after held_until.';
create table join_request (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    user_id bigint,
    organisation_name text not null default ''::text,
    first_name text not null default ''::text,
    last_name text not null,
    email text not null,
    phone text not null default ''::text,
    address text not null default ''::text,
    language text not null default 'fr'::text,
    message text not null default ''::text,
    came_from inet,
    asked_at timestamp with time zone not null default now(),
    answered_by_mail boolean not null default false,
    link_id bigint,
    confirmed_at timestamp with time zone,
    decided_at timestamp with time zone,
    decision text,
    decided_by bigint,
    reply text not null default ''::text,
    member_id bigint,
    constraint join_request_external_id UNIQUE (external_id),
    constraint join_request_pkey PRIMARY KEY (id),
    constraint join_request_decided_by FOREIGN KEY (decided_by) REFERENCES app_user(id) ON DELETE SET NULL,
    constraint join_request_link FOREIGN KEY (link_id) REFERENCES link(id) ON DELETE SET NULL,
    constraint join_request_member FOREIGN KEY (member_id) REFERENCES member(id),
    constraint join_request_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE SET NULL,
    constraint join_request_accepted_member CHECK (((decision IS DISTINCT FROM 'accepted'::text) OR (member_id IS NOT NULL))),
    constraint join_request_address_length CHECK ((char_length(address) <= 2000)),
    constraint join_request_confirmed_first CHECK (((decided_at IS NULL) OR (confirmed_at IS NOT NULL))),
    constraint join_request_decided_whole CHECK (((decided_at IS NULL) = (decision IS NULL))),
    constraint join_request_decision CHECK ((decision = ANY (ARRAY['accepted'::text, 'refused'::text]))),
    constraint join_request_email_form CHECK (((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (char_length(email) <= 320))),
    constraint join_request_first_name_length CHECK ((char_length(first_name) <= 200)),
    constraint join_request_language CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
    constraint join_request_last_name_length CHECK (((char_length(last_name) >= 1) AND (char_length(last_name) <= 200))),
    constraint join_request_message_length CHECK ((char_length(message) <= 5000)),
    constraint join_request_organisation_length CHECK ((char_length(organisation_name) <= 300)),
    constraint join_request_phone_length CHECK ((char_length(phone) <= 200)),
    constraint join_request_reply_length CHECK ((char_length(reply) <= 5000))
);
CREATE INDEX join_request_by_address ON public.join_request USING btree (came_from, asked_at);
CREATE INDEX join_request_by_email ON public.join_request USING btree (lower(email), asked_at);
CREATE INDEX join_request_decided ON public.join_request USING btree (decided_at, id) WHERE (decided_at IS NOT NULL);
CREATE INDEX join_request_link_id ON public.join_request USING btree (link_id);
CREATE INDEX join_request_unanswered ON public.join_request USING btree (id) WHERE (NOT answered_by_mail);
CREATE INDEX join_request_unconfirmed ON public.join_request USING btree (asked_at) WHERE (confirmed_at IS NULL);
CREATE INDEX join_request_user_id ON public.join_request USING btree (user_id);
CREATE INDEX join_request_waiting ON public.join_request USING btree (confirmed_at, id) WHERE ((confirmed_at IS NOT NULL) AND (decided_at IS NULL));
CREATE TRIGGER history_delete AFTER DELETE ON public.join_request REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.join_request FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.join_request REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.join_request FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.join_request REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on column join_request.user_id is 'The user who sent the request while logged in, or the account created when it was accepted.';
comment on column join_request.answered_by_mail is 'Whether the confirmation mail was written. A background job writes it for any address alike.';
create table join_request_consent (
    request_id bigint not null,
    consent_id bigint not null,
    text text not null,
    constraint join_request_consent_pkey PRIMARY KEY (request_id, consent_id),
    constraint join_request_consent_consent FOREIGN KEY (consent_id) REFERENCES consent(id) ON DELETE CASCADE,
    constraint join_request_consent_request FOREIGN KEY (request_id) REFERENCES join_request(id) ON DELETE CASCADE
);
comment on column join_request_consent.text is 'The text at the time of the agreement, in the language in which it was shown.';
create table join_request_service (
    request_id bigint not null,
    type_id bigint not null,
    constraint join_request_service_pkey PRIMARY KEY (request_id, type_id),
    constraint join_request_service_request FOREIGN KEY (request_id) REFERENCES join_request(id) ON DELETE CASCADE,
    constraint join_request_service_type FOREIGN KEY (type_id) REFERENCES service_type(id) ON DELETE CASCADE
);
create table link (
    id bigint not null generated always as identity,
    purpose text not null,
    token bytea not null,
    user_id bigint,
    email text not null,
    created_at timestamp with time zone not null default now(),
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone,
    constraint link_token UNIQUE (token),
    constraint link_pkey PRIMARY KEY (id),
    constraint link_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE,
    constraint link_email_length CHECK ((char_length(email) <= 320)),
    constraint link_expires CHECK ((expires_at >= created_at)),
    constraint link_of_somebody CHECK (((purpose = 'join'::text) OR (user_id IS NOT NULL))),
    constraint link_purpose CHECK ((purpose = ANY (ARRAY['password'::text, 'login'::text, 'email'::text, 'join'::text]))),
    constraint link_token_digest CHECK ((octet_length(token) = 32))
);
CREATE INDEX link_expires_at ON public.link USING btree (expires_at);
CREATE INDEX link_user_id ON public.link USING btree (user_id, purpose);
comment on column link.email is 'The address that the link was sent to; for purpose email, the new address that it confirms.';
comment on column link.expires_at is 'Equal to created_at when a later link replaced this one.';
create table link_request (
    id bigint not null generated always as identity,
    purpose text not null,
    email text not null,
    address inet not null,
    at timestamp with time zone not null default now(),
    handled_at timestamp with time zone,
    constraint link_request_pkey PRIMARY KEY (id),
    constraint link_request_email_length CHECK ((char_length(email) <= 320)),
    constraint link_request_purpose CHECK ((purpose = ANY (ARRAY['password'::text, 'login'::text])))
);
CREATE INDEX link_request_at ON public.link_request USING btree (at);
CREATE INDEX link_request_by_address ON public.link_request USING btree (address, at);
CREATE INDEX link_request_by_email ON public.link_request USING btree (lower(email), at);
CREATE INDEX link_request_waiting ON public.link_request USING btree (id) WHERE (handled_at IS NULL);
create table location (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    prefix inet not null,
    country text not null,
    region text not null default ''::text,
    city text not null default ''::text,
    constraint location_external_id UNIQUE (external_id),
    constraint location_once UNIQUE (prefix),
    constraint location_pkey PRIMARY KEY (id),
    constraint location_prefix FOREIGN KEY (prefix) REFERENCES prefix(prefix) ON UPDATE CASCADE ON DELETE CASCADE,
    constraint location_city CHECK (((char_length(city) <= 200) AND (city !~ '[,"#[:cntrl:]]'::text))),
    constraint location_country CHECK ((country ~ '^[A-Z]{2}$'::text)),
    constraint location_not_single CHECK ((masklen(prefix) <
CASE family(prefix)
    WHEN 4 THEN 32
    ELSE 128
END)),
    constraint location_region CHECK (((region = ''::text) OR ((region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'::text) AND ("left"(region, 2) = country))))
);
CREATE TRIGGER history_delete AFTER DELETE ON public.location REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.location FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.location REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.location FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.location REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER location_no_subscriber BEFORE INSERT OR UPDATE ON public.location FOR EACH ROW EXECUTE FUNCTION location_is_no_subscriber();
create table login_failure (
    id bigint not null generated always as identity,
    at timestamp with time zone not null default clock_timestamp(),
    username text not null,
    address inet not null,
    constraint login_failure_pkey PRIMARY KEY (id)
);
CREATE INDEX login_failure_address ON public.login_failure USING btree (address, at);
CREATE INDEX login_failure_at ON public.login_failure USING btree (at);
CREATE INDEX login_failure_username ON public.login_failure USING btree (username, at);
create table mail (
    id bigint not null generated always as identity,
    kind text not null,
    user_id bigint,
    recipient text not null,
    subject text not null,
    body_text text,
    body_html text,
    message_id text not null default (gen_random_uuid())::text,
    actor_id bigint default actor_id(),
    actor text default NULLIF(current_setting('jadhere.actor'::text, true), ''::text),
    created_at timestamp with time zone not null default now(),
    next_try_at timestamp with time zone not null default now(),
    attempts integer not null default 0,
    sent_at timestamp with time zone,
    given_up_at timestamp with time zone,
    error text not null default ''::text,
    decided_by text,
    constraint mail_message_id UNIQUE (message_id),
    constraint mail_pkey PRIMARY KEY (id),
    constraint mail_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE SET NULL,
    constraint mail_has_body CHECK (((sent_at IS NOT NULL) OR (given_up_at IS NOT NULL) OR ((body_text IS NOT NULL) AND (body_html IS NOT NULL)))),
    constraint mail_kind_form CHECK ((kind ~ '^[a-z-]{1,60}$'::text)),
    constraint mail_one_end CHECK ((num_nonnulls(sent_at, given_up_at) <= 1)),
    constraint mail_recipient_form CHECK (((recipient ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (char_length(recipient) <= 320))),
    constraint mail_subject_form CHECK ((((char_length(subject) >= 1) AND (char_length(subject) <= 500)) AND (subject !~ '[[:cntrl:]]'::text)))
);
CREATE INDEX mail_created_at ON public.mail USING btree (created_at, id);
CREATE INDEX mail_due ON public.mail USING btree (next_try_at, id) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL));
CREATE INDEX mail_troubled ON public.mail USING btree (id) WHERE ((sent_at IS NULL) AND ((given_up_at IS NOT NULL) OR (attempts > 0)));
CREATE INDEX mail_user_id ON public.mail USING btree (user_id);
comment on column mail.body_text is 'Null once the mail was sent, because it may contain a link that gives access to an account.';
comment on column mail.message_id is 'The same for every attempt, so that the receiving server recognises a second copy.';
comment on column mail.decided_by is 'The user who sent it again or recorded its delivery.';
create table mail_handover (
    mail_id bigint not null,
    at timestamp with time zone not null default clock_timestamp(),
    constraint mail_handover_pkey PRIMARY KEY (mail_id),
    constraint mail_handover_mail FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE CASCADE
);
create table member (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    number integer not null,
    user_id bigint,
    organisation_id bigint,
    joined_on day not null,
    left_on day,
    sort_name text collate "C" not null,
    constraint member_external_id UNIQUE (external_id),
    constraint member_number_once UNIQUE (number),
    constraint member_once_per_organisation UNIQUE (organisation_id),
    constraint member_once_per_user UNIQUE (user_id),
    constraint member_pkey PRIMARY KEY (id),
    constraint member_organisation FOREIGN KEY (organisation_id) REFERENCES organisation(id),
    constraint member_user FOREIGN KEY (user_id) REFERENCES app_user(id),
    constraint member_left_after_joining CHECK (((left_on)::date > (joined_on)::date)),
    constraint member_number_positive CHECK ((number > 0)),
    constraint member_one_holder CHECK ((num_nonnulls(user_id, organisation_id) = 1))
);
CREATE INDEX member_joined_on ON public.member USING btree (joined_on, id);
CREATE INDEX member_left ON public.member USING btree (number) WHERE (left_on IS NOT NULL);
CREATE INDEX member_organisations ON public.member USING btree (number) WHERE (organisation_id IS NOT NULL);
CREATE INDEX member_search ON public.member USING gin (sort_name gin_trgm_ops);
CREATE INDEX member_sort_name ON public.member USING btree (sort_name, id);
CREATE TRIGGER history_delete AFTER DELETE ON public.member REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.member FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.member REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('masked');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.member FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.member REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER member_holder_name BEFORE INSERT OR UPDATE OF user_id, organisation_id, sort_name ON public.member FOR EACH ROW EXECUTE FUNCTION member_takes_holder_name();
CREATE TRIGGER member_identity BEFORE UPDATE ON public.member FOR EACH ROW WHEN ((((old.number IS DISTINCT FROM new.number) OR (old.user_id IS DISTINCT FROM new.user_id)) OR (old.organisation_id IS DISTINCT FROM new.organisation_id))) EXECUTE FUNCTION member_is_kept();
CREATE TRIGGER member_kept BEFORE DELETE ON public.member FOR EACH ROW EXECUTE FUNCTION member_is_kept();
CREATE TRIGGER member_number BEFORE INSERT ON public.member FOR EACH ROW EXECUTE FUNCTION member_takes_number();
comment on column member.left_on is 'The first day on which the user or organisation is no longer a member.';
comment on column member.sort_name is 'Copied from the user or organisation by triggers, so that a list ordered by name needs one index.';
create table membership_fee (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    member_id bigint not null,
    amount euros not null,
    method text not null,
    starts_on day not null,
    ends_on day,
    paid_on day,
    validated boolean not null default false,
    note text not null default ''::text,
    validation_id bigint,
    constraint membership_fee_external_id UNIQUE (external_id),
    constraint membership_fee_pkey PRIMARY KEY (id),
    constraint membership_fee_member FOREIGN KEY (member_id) REFERENCES member(id),
    constraint membership_fee_validation FOREIGN KEY (validation_id) REFERENCES validation(id),
    constraint membership_fee_dates CHECK (((ends_on)::date > (starts_on)::date)),
    constraint membership_fee_method CHECK ((method = ANY (ARRAY['transfer'::text, 'standing_order'::text, 'direct_debit'::text, 'cheque'::text, 'cash'::text, 'free'::text, 'unpaid'::text]))),
    constraint membership_fee_note_length CHECK ((char_length(note) <= 100000)),
    constraint membership_fee_validation_of_validated CHECK ((validated OR (validation_id IS NULL)))
);
CREATE INDEX membership_fee_amount ON public.membership_fee USING btree (amount, id);
CREATE INDEX membership_fee_by_end ON public.membership_fee USING btree (COALESCE((ends_on)::date, '9999-12-31'::date), id);
CREATE INDEX membership_fee_by_method ON public.membership_fee USING btree (method, starts_on, id);
CREATE INDEX membership_fee_by_validation ON public.membership_fee USING btree (validation_id) WHERE (validation_id IS NOT NULL);
CREATE INDEX membership_fee_member_id ON public.membership_fee USING btree (member_id, starts_on);
CREATE INDEX membership_fee_starts_on ON public.membership_fee USING btree (starts_on, id);
CREATE INDEX membership_fee_waiting ON public.membership_fee USING btree (starts_on, id) WHERE (NOT validated);
CREATE TRIGGER history_delete AFTER DELETE ON public.membership_fee REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.membership_fee FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.membership_fee REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.membership_fee FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.membership_fee REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER validated_delete BEFORE DELETE ON public.membership_fee FOR EACH ROW WHEN (old.validated) EXECUTE FUNCTION validated_is_not_deleted();
CREATE TRIGGER validated_insert AFTER INSERT ON public.membership_fee REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION validated_at_birth();
CREATE TRIGGER validated_update BEFORE UPDATE ON public.membership_fee FOR EACH ROW WHEN ((old.validated OR new.validated)) EXECUTE FUNCTION validated_is_locked();
comment on column membership_fee.ends_on is 'The first day that the fee does not cover.';
create table organisation (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    name text not null,
    description text not null default ''::text,
    email text not null default ''::text,
    phone text not null default ''::text,
    address text not null default ''::text,
    sort_name text collate "C" not null generated always as (fold(name)) stored,
    search text collate "C" not null generated always as (fold(((((((((name || ' '::text) || email) || ' '::text) || phone) || ' '::text) || regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text)) || ' '::text) || address))) stored,
    constraint organisation_external_id UNIQUE (external_id),
    constraint organisation_pkey PRIMARY KEY (id),
    constraint organisation_address_length CHECK ((char_length(address) <= 2000)),
    constraint organisation_description_length CHECK ((char_length(description) <= 100000)),
    constraint organisation_email_form CHECK (((email = ''::text) OR ((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (char_length(email) <= 320)))),
    constraint organisation_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 300))),
    constraint organisation_phone_length CHECK ((char_length(phone) <= 200))
);
CREATE INDEX organisation_search ON public.organisation USING gin (search gin_trgm_ops);
CREATE INDEX organisation_sort_name ON public.organisation USING btree (sort_name, id);
CREATE TRIGGER history_delete AFTER DELETE ON public.organisation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.organisation FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.organisation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('masked');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.organisation FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.organisation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER organisation_renames_member AFTER UPDATE ON public.organisation FOR EACH ROW WHEN ((old.sort_name IS DISTINCT FROM new.sort_name)) EXECUTE FUNCTION holder_renames_member();
create table organisation_user (
    id bigint not null generated always as identity,
    organisation_id bigint not null,
    user_id bigint not null,
    constraint organisation_user_once UNIQUE (user_id, organisation_id),
    constraint organisation_user_pkey PRIMARY KEY (id),
    constraint organisation_user_organisation FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE,
    constraint organisation_user_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
);
CREATE INDEX organisation_user_by_organisation ON public.organisation_user USING btree (organisation_id);
CREATE TRIGGER history_delete AFTER DELETE ON public.organisation_user REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.organisation_user FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.organisation_user REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.organisation_user FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.organisation_user REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
create table passkey (
    id bigint not null generated always as identity,
    user_id bigint not null,
    name text not null,
    created_at timestamp with time zone not null default now(),
    constraint passkey_pkey PRIMARY KEY (id),
    constraint passkey_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE,
    constraint passkey_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)))
);
CREATE INDEX passkey_user_id ON public.passkey USING btree (user_id);
CREATE TRIGGER history_delete AFTER DELETE ON public.passkey REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.passkey FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.passkey REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.passkey FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.passkey REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
create table passkey_credential (
    passkey_id bigint not null,
    credential_id bytea not null,
    public_key bytea not null,
    attestation bytea not null,
    sign_count bigint not null,
    transports text[] not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    used_at timestamp with time zone,
    constraint passkey_credential_once UNIQUE (credential_id),
    constraint passkey_credential_pkey PRIMARY KEY (passkey_id),
    constraint passkey_credential_passkey FOREIGN KEY (passkey_id) REFERENCES passkey(id) ON DELETE CASCADE,
    constraint passkey_credential_id_length CHECK (((octet_length(credential_id) >= 1) AND (octet_length(credential_id) <= 1023)))
);
comment on table passkey_credential is 'The credential record of WebAuthn Level 3, section 4. It contains no secret: the private key never leaves the authenticator.';
create table passkey_handle (
    user_id bigint not null,
    handle bytea not null,
    constraint passkey_handle_once UNIQUE (handle),
    constraint passkey_handle_pkey PRIMARY KEY (user_id),
    constraint passkey_handle_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE,
    constraint passkey_handle_length CHECK (((octet_length(handle) >= 16) AND (octet_length(handle) <= 64)))
);
comment on table passkey_handle is 'The WebAuthn user handle of an account: random, because it must not contain personal data (WebAuthn Level 3, 14.6.1).';
create table payment (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    service_id bigint not null,
    amount euros not null,
    method text not null,
    months smallint not null,
    starts_on day not null,
    ends_on day,
    validated boolean not null default false,
    note text not null default ''::text,
    validation_id bigint,
    constraint payment_external_id UNIQUE (external_id),
    constraint payment_pkey PRIMARY KEY (id),
    constraint payment_service FOREIGN KEY (service_id) REFERENCES service(id),
    constraint payment_validation FOREIGN KEY (validation_id) REFERENCES validation(id),
    constraint payment_dates CHECK (((ends_on)::date > (starts_on)::date)),
    constraint payment_method CHECK ((method = ANY (ARRAY['transfer'::text, 'standing_order'::text, 'direct_debit'::text, 'cheque'::text, 'cash'::text, 'free'::text, 'unpaid'::text]))),
    constraint payment_months CHECK ((months = ANY (ARRAY[0, 1, 2, 3, 6, 12]))),
    constraint payment_note_length CHECK ((char_length(note) <= 100000)),
    constraint payment_validation_of_validated CHECK ((validated OR (validation_id IS NULL)))
);
CREATE INDEX payment_amount ON public.payment USING btree (amount, id);
CREATE INDEX payment_by_method ON public.payment USING btree (method, starts_on, id);
CREATE INDEX payment_by_validation ON public.payment USING btree (validation_id) WHERE (validation_id IS NOT NULL);
CREATE INDEX payment_service_id ON public.payment USING btree (service_id, starts_on);
CREATE INDEX payment_starts_on ON public.payment USING btree (starts_on, id);
CREATE INDEX payment_waiting ON public.payment USING btree (starts_on, id) WHERE (NOT validated);
CREATE TRIGGER history_delete AFTER DELETE ON public.payment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.payment FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.payment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.payment FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.payment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER validated_delete BEFORE DELETE ON public.payment FOR EACH ROW WHEN (old.validated) EXECUTE FUNCTION validated_is_not_deleted();
CREATE TRIGGER validated_insert AFTER INSERT ON public.payment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION validated_at_birth();
CREATE TRIGGER validated_update BEFORE UPDATE ON public.payment FOR EACH ROW WHEN ((old.validated OR new.validated)) EXECUTE FUNCTION validated_is_locked();
comment on column payment.months is 'The rhythm: the number of months from one payment to the next; 0 is a single payment.';
comment on column payment.ends_on is 'The first day that the payment does not cover.';
create table prefix (
    id bigint not null generated always as identity,
    prefix inet not null,
    description text not null default ''::text,
    kind text not null default 'pool'::text,
    part_length smallint,
    sparse boolean not null default false,
    keeps_edges boolean not null default true,
    warn_percent smallint,
    rest_days smallint,
    constraint prefix_once UNIQUE (prefix),
    constraint prefix_pkey PRIMARY KEY (id),
    constraint prefix_description_length CHECK ((char_length(description) <= 2000)),
    constraint prefix_kind CHECK ((kind = ANY (ARRAY['pool'::text, 'own'::text, 'reserved'::text]))),
    constraint prefix_not_mapped CHECK ((NOT (prefix <<= '::ffff:0.0.0.0/96'::inet))),
    constraint prefix_part_length CHECK (((part_length >= masklen(prefix)) AND (part_length <=
CASE family(prefix)
    WHEN 4 THEN 32
    ELSE 128
END))),
    constraint prefix_rest_days CHECK (((rest_days >= 1) AND (rest_days <= 3650))),
    constraint prefix_warn_percent CHECK (((warn_percent >= 1) AND (warn_percent <= 100))),
    constraint prefix_whole CHECK ((prefix = (network(prefix))::inet))
);
CREATE INDEX prefix_containing ON public.prefix USING gist (prefix inet_ops);
CREATE TRIGGER history_delete AFTER DELETE ON public.prefix REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.prefix FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.prefix REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.prefix FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.prefix REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER prefix_counted AFTER INSERT OR UPDATE OF prefix ON public.prefix FOR EACH ROW EXECUTE FUNCTION prefix_is_counted();
CREATE TRIGGER prefix_room AFTER INSERT OR DELETE OR UPDATE OF prefix, kind ON public.prefix FOR EACH ROW EXECUTE FUNCTION prefix_leaves_room();
CREATE TRIGGER zones_delete AFTER DELETE ON public.prefix REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
CREATE TRIGGER zones_insert AFTER INSERT ON public.prefix REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
CREATE TRIGGER zones_update AFTER UPDATE ON public.prefix REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
comment on column prefix.part_length is 'The prefix length of what a pool allocates; null where it allocates nothing automatically.';
comment on column prefix.sparse is 'Whether the next allocation is placed as far as possible from existing ones, so that each can grow.';
comment on column prefix.keeps_edges is 'Whether the first address and, in IPv4, the last address are never allocated as single addresses.';
comment on column prefix.rest_days is 'The number of days before a released address is allocated again; null for no delay.';
create table prefix_use (
    prefix_id bigint not null,
    block inet not null,
    taken numeric not null,
    constraint prefix_use_pkey PRIMARY KEY (prefix_id, block),
    constraint prefix_use_prefix FOREIGN KEY (prefix_id) REFERENCES prefix(id) ON DELETE CASCADE
);
comment on table prefix_use is 'Counts the rows of ip_allocation without an end, by triggers; prefix_use_count recomputes it.';
create table publishing (
    id bigint not null generated always as identity,
    only_one boolean not null default true,
    zones boolean not null default false,
    geofeed boolean not null default false,
    isp_json boolean not null default false,
    primary_server text not null default ''::text,
    other_servers text[] not null default '{}'::text[],
    hostmaster text not null default ''::text,
    record_ttl integer not null default 3600,
    negative_ttl integer not null default 3600,
    shortname text not null default ''::text,
    description text not null default ''::text,
    logo_url text not null default ''::text,
    other_websites text[] not null default '{}'::text[],
    mailing_list text not null default ''::text,
    created_on day,
    federated_on day,
    progress smallint,
    chatrooms text[] not null default '{}'::text[],
    office_box text not null default ''::text,
    office_extended text not null default ''::text,
    office_region text not null default ''::text,
    office_country text not null default ''::text,
    latitude numeric,
    longitude numeric,
    constraint publishing_once UNIQUE (only_one),
    constraint publishing_pkey PRIMARY KEY (id),
    constraint publishing_chatrooms CHECK (all_match(chatrooms, '^[A-Za-z][A-Za-z0-9+.-]*:[^[:space:]]+$'::text)),
    constraint publishing_coordinates CHECK (((latitude IS NULL) = (longitude IS NULL))),
    constraint publishing_description_length CHECK ((char_length(description) <= 5000)),
    constraint publishing_hostmaster CHECK (((hostmaster = ''::text) OR ((hostmaster ~ '^[A-Za-z0-9+_.-]{1,63}@'::text) AND is_host_name(split_part(hostmaster, '@'::text, 2))))),
    constraint publishing_latitude CHECK (((latitude >= ('-90'::integer)::numeric) AND (latitude <= (90)::numeric))),
    constraint publishing_logo_url CHECK (((logo_url = ''::text) OR ((logo_url ~ '^https?://[^[:space:]]+$'::text) AND (char_length(logo_url) <= 300)))),
    constraint publishing_longitude CHECK (((longitude >= ('-180'::integer)::numeric) AND (longitude <= (180)::numeric))),
    constraint publishing_mailing_list CHECK (((mailing_list = ''::text) OR ((mailing_list ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (char_length(mailing_list) <= 320)))),
    constraint publishing_negative_ttl CHECK (((negative_ttl >= 60) AND (negative_ttl <= 86400))),
    constraint publishing_office CHECK (((office_region = ''::text) = (office_country = ''::text))),
    constraint publishing_office_box_length CHECK ((char_length(office_box) <= 200)),
    constraint publishing_office_country_length CHECK ((char_length(office_country) <= 200)),
    constraint publishing_office_extended_length CHECK ((char_length(office_extended) <= 200)),
    constraint publishing_office_region_length CHECK ((char_length(office_region) <= 200)),
    constraint publishing_only_one CHECK (only_one),
    constraint publishing_other_servers CHECK ((are_host_names(other_servers) AND (cardinality(other_servers) <= 12) AND (primary_server <> ALL (other_servers)))),
    constraint publishing_other_websites CHECK (all_match(other_websites, '^[^[:space:]].* https?://[^[:space:]]+$'::text)),
    constraint publishing_primary_server CHECK (((primary_server = ''::text) OR is_host_name(primary_server))),
    constraint publishing_progress CHECK (((progress >= 1) AND (progress <= 7))),
    constraint publishing_record_ttl CHECK (((record_ttl >= 60) AND (record_ttl <= 604800))),
    constraint publishing_shortname_length CHECK ((char_length(shortname) <= 15)),
    constraint publishing_zones_complete CHECK (((NOT zones) OR ((primary_server <> ''::text) AND (hostmaster <> ''::text))))
);
CREATE TRIGGER history_delete AFTER DELETE ON public.publishing REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.publishing FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.publishing REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.publishing FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.publishing REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER publishing_stays BEFORE DELETE ON public.publishing FOR EACH ROW EXECUTE FUNCTION publishing_stays();
CREATE TRIGGER zones_delete AFTER DELETE ON public.publishing REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
CREATE TRIGGER zones_insert AFTER INSERT ON public.publishing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
CREATE TRIGGER zones_update AFTER UPDATE ON public.publishing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
comment on table publishing is 'One row: what is published and with which values. Everything is off until an administrator switches it on.';
comment on column publishing.negative_ttl is 'How long a resolver may cache that a name does not exist, in seconds (RFC 2308 section 5: at most one day).';
comment on column publishing.other_websites is 'Each element is a name, a space and a URL.';
create table record_gap (
    id bigint not null generated always as identity,
    prefix inet not null,
    lost_from timestamp with time zone,
    lost_until timestamp with time zone not null,
    cause text not null,
    constraint record_gap_pkey PRIMARY KEY (id),
    constraint record_gap_cause_length CHECK (((char_length(cause) >= 1) AND (char_length(cause) <= 2000))),
    constraint record_gap_from_finite CHECK (isfinite(lost_from)),
    constraint record_gap_not_mapped CHECK ((NOT (prefix <<= '::ffff:0.0.0.0/96'::inet))),
    constraint record_gap_times CHECK ((lost_until > lost_from)),
    constraint record_gap_until_finite CHECK (isfinite(lost_until)),
    constraint record_gap_whole CHECK ((prefix = (network(prefix))::inet))
);
CREATE INDEX record_gap_prefix ON public.record_gap USING gist (prefix inet_ops);
CREATE TRIGGER history_delete AFTER DELETE ON public.record_gap REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.record_gap FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.record_gap REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.record_gap FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.record_gap REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on column record_gap.lost_from is 'Null where nothing was recorded before the end of the gap.';
create table recovery_code (
    id bigint not null generated always as identity,
    sheet_id bigint not null,
    digest text not null,
    constraint recovery_code_pkey PRIMARY KEY (id),
    constraint recovery_code_sheet FOREIGN KEY (sheet_id) REFERENCES recovery_sheet(id) ON DELETE CASCADE
);
CREATE INDEX recovery_code_sheet_id ON public.recovery_code USING btree (sheet_id);
comment on column recovery_code.digest is 'Hashed like a password. The row is deleted when the code is used.';
create table recovery_sheet (
    id bigint not null generated always as identity,
    user_id bigint not null,
    created_at timestamp with time zone not null default now(),
    codes_left smallint not null,
    constraint recovery_sheet_one UNIQUE (user_id),
    constraint recovery_sheet_pkey PRIMARY KEY (id),
    constraint recovery_sheet_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE,
    constraint recovery_sheet_codes CHECK (((codes_left >= 0) AND (codes_left <= 10)))
);
CREATE TRIGGER history_delete AFTER DELETE ON public.recovery_sheet REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.recovery_sheet FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.recovery_sheet REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.recovery_sheet FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.recovery_sheet REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on table recovery_sheet is 'Printed recovery codes for a user without access to the other factors; each works once.';
create table rehearsal (
    id bigint not null generated always as identity,
    user_id bigint not null,
    actor_id bigint not null,
    began_at timestamp with time zone not null default now(),
    ended_at timestamp with time zone,
    constraint rehearsal_pkey PRIMARY KEY (id),
    constraint rehearsal_actor FOREIGN KEY (actor_id) REFERENCES app_user(id) ON DELETE CASCADE,
    constraint rehearsal_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
);
CREATE INDEX rehearsal_open ON public.rehearsal USING btree (actor_id) WHERE (ended_at IS NULL);
CREATE TRIGGER history_delete AFTER DELETE ON public.rehearsal REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.rehearsal FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.rehearsal REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.rehearsal FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.rehearsal REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
create table reminder (
    id bigint not null generated always as identity,
    member_id bigint not null,
    ends_on day not null,
    days integer not null,
    recipients text not null,
    at timestamp with time zone not null default now(),
    constraint reminder_once UNIQUE (member_id, ends_on, days),
    constraint reminder_pkey PRIMARY KEY (id),
    constraint reminder_member FOREIGN KEY (member_id) REFERENCES member(id),
    constraint reminder_days CHECK (((days >= '-365'::integer) AND (days <= 365)))
);
comment on column reminder.ends_on is 'Half-open, like that of the fee: the first day that the fee does not cover.';
comment on column reminder.days is 'Counted from the last day that the fee covers; negative is before.';
comment on column reminder.recipients is 'The e-mail addresses at the time of the mail.';
create table restoration (
    id bigint not null generated always as identity,
    at timestamp with time zone not null default clock_timestamp(),
    actor text not null,
    taken_at timestamp with time zone not null,
    constraint restoration_pkey PRIMARY KEY (id),
    constraint restoration_taken_at_finite CHECK (isfinite(taken_at))
);
CREATE TRIGGER restoration_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.restoration FOR EACH STATEMENT EXECUTE FUNCTION restoration_is_kept();
comment on table restoration is 'When a backup was restored, by which system user of the server, and when the backup was taken.';
create table retention (
    id bigint not null generated always as identity,
    kept_data text not null,
    kept_months smallint not null,
    constraint retention_once UNIQUE (kept_data),
    constraint retention_pkey PRIMARY KEY (id),
    constraint retention_data CHECK ((kept_data = 'allocations'::text)),
    constraint retention_months CHECK (((kept_months >= 1) AND (kept_months <= 1200)))
);
CREATE TRIGGER history_delete AFTER DELETE ON public.retention REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.retention FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.retention REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.retention FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.retention REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on table retention is 'For how many months a kind of data is kept; data without a row is kept without limit.';
create table reverse_name (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    address inet not null,
    name host_name not null,
    service_id bigint,
    constraint reverse_name_external_id UNIQUE (external_id),
    constraint reverse_name_once UNIQUE (address),
    constraint reverse_name_pkey PRIMARY KEY (id),
    constraint reverse_name_service FOREIGN KEY (service_id) REFERENCES service(id),
    constraint reverse_name_not_mapped CHECK ((NOT (address <<= '::ffff:0.0.0.0/96'::inet))),
    constraint reverse_name_single CHECK ((masklen(address) =
CASE family(address)
    WHEN 4 THEN 32
    ELSE 128
END))
);
CREATE INDEX reverse_name_address ON public.reverse_name USING gist (address inet_ops);
CREATE INDEX reverse_name_by_name ON public.reverse_name USING btree (name COLLATE "C", id);
CREATE INDEX reverse_name_search ON public.reverse_name USING gin (((name)::text) gin_trgm_ops);
CREATE INDEX reverse_name_service_id ON public.reverse_name USING btree (service_id);
CREATE TRIGGER history_delete AFTER DELETE ON public.reverse_name REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.reverse_name FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.reverse_name REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.reverse_name FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.reverse_name REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER reverse_name_declared BEFORE INSERT OR UPDATE ON public.reverse_name FOR EACH ROW EXECUTE FUNCTION reverse_name_is_declared();
CREATE TRIGGER reverse_name_turn BEFORE INSERT OR DELETE OR UPDATE ON public.reverse_name FOR EACH STATEMENT EXECUTE FUNCTION ip_allocation_takes_turn();
CREATE TRIGGER zones_delete AFTER DELETE ON public.reverse_name REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
CREATE TRIGGER zones_insert AFTER INSERT ON public.reverse_name REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
CREATE TRIGGER zones_update AFTER UPDATE ON public.reverse_name REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION zones_have_changed();
comment on table reverse_name is 'The reverse DNS name of an address. service_id is the service that held the address when the name was declared; null if there was none.';
create table service (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    type_id bigint not null,
    member_id bigint,
    label text not null default ''::text,
    starts_on day,
    ends_on day,
    notes text not null default ''::text,
    sort_label text collate "C" not null generated always as (fold(label)) stored,
    constraint service_external_id UNIQUE (external_id),
    constraint service_pkey PRIMARY KEY (id),
    constraint service_member FOREIGN KEY (member_id) REFERENCES member(id),
    constraint service_type_of FOREIGN KEY (type_id) REFERENCES service_type(id),
    constraint service_dates CHECK (((ends_on)::date > (starts_on)::date)),
    constraint service_label_length CHECK ((char_length(label) <= 300)),
    constraint service_notes_length CHECK ((char_length(notes) <= 100000))
);
CREATE INDEX service_by_label ON public.service USING btree (sort_label, id);
CREATE INDEX service_by_start ON public.service USING btree (COALESCE((starts_on)::date, '9999-12-31'::date), id);
CREATE INDEX service_by_type_and_label ON public.service USING btree (type_id, sort_label, id);
CREATE INDEX service_by_type_and_start ON public.service USING btree (type_id, COALESCE((starts_on)::date, '9999-12-31'::date), id);
CREATE INDEX service_member_id ON public.service USING btree (member_id);
CREATE INDEX service_search ON public.service USING gin (sort_label gin_trgm_ops);
CREATE INDEX service_without_member ON public.service USING btree (sort_label, id) WHERE (member_id IS NULL);
CREATE INDEX service_without_member_by_type ON public.service USING btree (type_id, sort_label, id) WHERE (member_id IS NULL);
CREATE TRIGGER history_delete AFTER DELETE ON public.service REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.service FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.service REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('masked');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.service FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.service REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER service_names AFTER UPDATE OF member_id ON public.service FOR EACH ROW WHEN (((old.member_id IS NOT NULL) AND (new.member_id IS DISTINCT FROM old.member_id))) EXECUTE FUNCTION names_follow_members();
comment on column service.starts_on is 'Null for a service prepared in advance, which is not active yet.';
comment on column service.ends_on is 'The first day on which the service is not active.';
create table service_type (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    name text not null,
    crew_id bigint,
    usual_amount euros,
    usual_months smallint,
    offered boolean not null default false,
    internet_access boolean not null default false,
    constraint service_type_external_id UNIQUE (external_id),
    constraint service_type_name UNIQUE (name),
    constraint service_type_pkey PRIMARY KEY (id),
    constraint service_type_crew FOREIGN KEY (crew_id) REFERENCES crew(id),
    constraint service_type_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    constraint service_type_usual_months CHECK ((usual_months = ANY (ARRAY[0, 1, 2, 3, 6, 12])))
);
CREATE INDEX service_type_crew_id ON public.service_type USING btree (crew_id);
CREATE TRIGGER history_delete AFTER DELETE ON public.service_type REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.service_type FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.service_type REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.service_type FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.service_type REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on column service_type.offered is 'Whether visitors may request this service when they ask to join.';
comment on column service_type.internet_access is 'Whether a service of this type counts as an Internet subscriber in isp.json.';
create table sighting (
    id bigint not null generated always as identity,
    address inet not null,
    kind text not null,
    seen_at timestamp with time zone not null,
    source text not null default ''::text,
    constraint sighting_last UNIQUE (address, kind),
    constraint sighting_pkey PRIMARY KEY (id),
    constraint sighting_kind CHECK ((kind = ANY (ARRAY['lease'::text, 'neighbour'::text, 'route'::text]))),
    constraint sighting_not_mapped CHECK ((NOT (address <<= '::ffff:0.0.0.0/96'::inet))),
    constraint sighting_seen_finite CHECK (isfinite(seen_at)),
    constraint sighting_source_length CHECK ((char_length(source) <= 200)),
    constraint sighting_whole CHECK ((address = (network(address))::inet))
);
CREATE INDEX sighting_address ON public.sighting USING gist (address inet_ops);
CREATE INDEX sighting_by_time ON public.sighting USING btree (seen_at);
CREATE TRIGGER sighting_counted AFTER DELETE ON public.sighting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION sightings_are_counted();
CREATE TRIGGER sighting_young_insert AFTER INSERT ON public.sighting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sighting_is_young();
CREATE TRIGGER sighting_young_update AFTER UPDATE ON public.sighting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sighting_is_young();
create table sighting_file (
    id bigint not null generated always as identity,
    at timestamp with time zone not null default now(),
    actor text not null,
    door text not null,
    lines integer not null,
    passed_over integer not null,
    silent_days smallint not null,
    constraint sighting_file_pkey PRIMARY KEY (id),
    constraint sighting_file_lines CHECK ((lines >= 0)),
    constraint sighting_file_passed_over CHECK (((passed_over >= 0) AND (passed_over <= lines))),
    constraint sighting_file_silent_days CHECK (((silent_days >= 1) AND (silent_days <= 89)))
);
comment on table sighting_file is 'The received router files. silent_days is the number of days without a sighting after which an allocation counts as silent.';
create table sighting_finding (
    id bigint not null generated always as identity,
    finding text not null,
    address inet not null,
    allocation_id bigint,
    since timestamp with time zone,
    seen_at timestamp with time zone,
    kind text,
    source text,
    constraint sighting_finding_pkey PRIMARY KEY (id),
    constraint sighting_finding_allocation FOREIGN KEY (allocation_id) REFERENCES ip_allocation(id) ON DELETE CASCADE,
    constraint sighting_finding_about CHECK (((allocation_id IS NULL) = (finding = 'unallocated'::text))),
    constraint sighting_finding_known CHECK ((finding = ANY (ARRAY['unallocated'::text, 'silent'::text, 'ended'::text]))),
    constraint sighting_finding_seen CHECK (((finding = 'silent'::text) OR (seen_at IS NOT NULL)))
);
CREATE INDEX sighting_finding_allocation_id ON public.sighting_finding USING btree (allocation_id);
CREATE INDEX sighting_finding_by_address ON public.sighting_finding USING btree (address, id);
CREATE INDEX sighting_finding_of_kind ON public.sighting_finding USING btree (finding, address, id);
comment on column sighting_finding.since is 'The start of the allocation (silent) or its end (ended).';
create table spring_session (
    primary_id character(36) not null,
    session_id character(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name character varying(200),
    constraint spring_session_pkey PRIMARY KEY (primary_id)
);
CREATE INDEX spring_session_expiry_time ON public.spring_session USING btree (expiry_time);
CREATE INDEX spring_session_principal_name ON public.spring_session USING btree (principal_name);
CREATE UNIQUE INDEX spring_session_session_id ON public.spring_session USING btree (session_id);
create table spring_session_attributes (
    session_primary_id character(36) not null,
    attribute_name character varying(200) not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pkey PRIMARY KEY (session_primary_id, attribute_name),
    constraint spring_session_attributes_session FOREIGN KEY (session_primary_id) REFERENCES spring_session(primary_id) ON DELETE CASCADE
);
create table user_email (
    id bigint not null generated always as identity,
    user_id bigint not null,
    position smallint not null,
    email text not null,
    constraint user_email_position UNIQUE (user_id, "position") DEFERRABLE,
    constraint user_email_pkey PRIMARY KEY (id),
    constraint user_email_user FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE,
    constraint user_email_form CHECK (((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (char_length(email) <= 320))),
    constraint user_email_position_range CHECK ((("position" >= 0) AND ("position" <= 99)))
);
CREATE INDEX user_email_lookup ON public.user_email USING btree (lower(email));
CREATE UNIQUE INDEX user_email_once ON public.user_email USING btree (user_id, lower(email));
CREATE INDEX user_email_search ON public.user_email USING gin (fold(email) gin_trgm_ops);
CREATE TRIGGER history_delete AFTER DELETE ON public.user_email REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.user_email FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.user_email REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.user_email FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.user_email REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE CONSTRAINT TRIGGER user_email_primary_given AFTER INSERT OR UPDATE ON public.user_email DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new."position" > 0)) EXECUTE FUNCTION user_email_is_not_first();
CREATE CONSTRAINT TRIGGER user_email_primary_left AFTER DELETE OR UPDATE ON public.user_email DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old."position" = 0)) EXECUTE FUNCTION user_email_needs_primary();
comment on column user_email.position is '0 is the primary address; the others follow in the order given.';
create table vacancy (
    prefix_id bigint not null,
    block inet not null,
    free_since timestamp with time zone,
    constraint vacancy_pkey PRIMARY KEY (prefix_id, block),
    constraint vacancy_prefix FOREIGN KEY (prefix_id) REFERENCES prefix(id) ON DELETE CASCADE
);
CREATE INDEX vacancy_freed ON public.vacancy USING btree (prefix_id, free_since, block) WHERE (free_since IS NOT NULL);
CREATE INDEX vacancy_untouched ON public.vacancy USING btree (prefix_id, masklen(block), block) WHERE (free_since IS NULL);
comment on table vacancy is 'Computed from ip_allocation and prefix by triggers; vacancy_count recomputes it.';
comment on column vacancy.free_since is 'When the last allocation in the block ended or will end; null where there never was one.';
create table validation (
    id bigint not null generated always as identity,
    external_id external_id not null default (gen_random_uuid())::text,
    at timestamp with time zone not null default now(),
    actor_id bigint,
    actor text not null,
    items integer not null,
    total numeric not null,
    constraint validation_external_id UNIQUE (external_id),
    constraint validation_pkey PRIMARY KEY (id),
    constraint validation_actor FOREIGN KEY (actor_id) REFERENCES app_user(id) ON DELETE SET NULL,
    constraint validation_of_something CHECK ((items > 0))
);
CREATE TRIGGER history_delete AFTER DELETE ON public.validation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
CREATE TRIGGER history_identity BEFORE UPDATE OF id ON public.validation FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION refuse_new_identity();
CREATE TRIGGER history_insert AFTER INSERT ON public.validation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history('plain');
CREATE TRIGGER history_truncate BEFORE TRUNCATE ON public.validation FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER history_update AFTER UPDATE ON public.validation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_history();
comment on table validation is 'One confirmation by the bank crew of one or more fees or payments, which can be withdrawn as a whole.';
create table zone_serial (
    only_one boolean not null default true,
    serial bigint not null,
    constraint zone_serial_pkey PRIMARY KEY (only_one),
    constraint zone_serial_32_bits CHECK (((serial >= 1) AND (serial <= '4294967295'::bigint))),
    constraint zone_serial_only_one CHECK (only_one)
);

CREATE OR REPLACE FUNCTION public.actor_id()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('jadhere.actor_id'::text, true), ''::text))::bigint
;
CREATE OR REPLACE FUNCTION public.address_question_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'the journal of questions about addresses cannot be changed'
        using errcode = 'check_violation', constraint = 'address_question_kept', table = 'address_question';
end $function$
;
CREATE OR REPLACE FUNCTION public.address_question_is_sealed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
    last address_question;
begin
    if actor_id() is not null and not user_may(actor_id(), 'address.trace') then
        raise exception 'the permission address.trace is required to ask who had an address'
            using errcode = 'check_violation', constraint = 'address_question_right', table = 'address_question';
    end if;
    perform pg_advisory_xact_lock('address_question'::regclass::oid::bigint);
    select * into last from address_question order by id desc limit 1;
    new.id := coalesce(last.id, 0) + 1;
    new.at := clock_timestamp();
    new.actor_id := actor_id();
    new.actor := coalesce(nullif(current_setting('jadhere.actor', true), ''), session_user);
    new.door := coalesce(nullif(current_setting('jadhere.door', true), ''), 'sql');
    new.previous := coalesce(last.seal, '');
    new.seal := address_question_seal(new);
    return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.address_question_seal(question address_question)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
RETURN sha256(((question).previous || convert_to(address_question_text(question), 'UTF8'::name)))
;
CREATE OR REPLACE FUNCTION public.address_question_text(question address_question)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN (SELECT string_agg(COALESCE(((octet_length(parts.value) || ':'::text) || parts.value), '-'::text), ' '::text ORDER BY parts.place) AS string_agg FROM unnest(ARRAY[((address_question_text.question).id)::text, (((EXTRACT(epoch FROM (address_question_text.question).at) * (1000000)::numeric))::bigint)::text, ((address_question_text.question).actor_id)::text, (address_question_text.question).actor, (address_question_text.question).door, ((address_question_text.question).address)::text, (((EXTRACT(epoch FROM (address_question_text.question).instant) * (1000000)::numeric))::bigint)::text, (address_question_text.question).reason, (address_question_text.question).answer, ((address_question_text.question).service_id)::text]) WITH ORDINALITY parts(value, place))
;
CREATE OR REPLACE FUNCTION public.administrator_remains()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    perform pg_advisory_xact_lock('app_user'::regclass::oid::bigint);
    if not exists (select from app_user where superuser and active and id <> old.id)
            and not coalesce((select superuser and active from app_user where id = old.id), false) then
        raise exception 'the last active administrator cannot be removed'
            using errcode = 'check_violation', constraint = 'app_user_last_administrator', table = 'app_user';
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.all_match(texts text[], pattern text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT (COALESCE(bool_and(((one.one IS NOT NULL) AND (one.one ~ all_match.pattern))), true) AND (count(*) = count(DISTINCT one.one))) FROM unnest(all_match.texts) one(one))
;
CREATE OR REPLACE FUNCTION public.allocations_kept_since()
 RETURNS timestamp with time zone
 LANGUAGE sql
RETURN (SELECT months_before(clock_timestamp(), (retention.kept_months)::integer) AS months_before FROM retention WHERE (retention.kept_data = 'allocations'::text))
;
CREATE OR REPLACE FUNCTION public.are_host_names(names text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT (COALESCE(bool_and(((one.one IS NOT NULL) AND is_host_name(one.one))), true) AND (count(*) = count(DISTINCT one.one))) FROM unnest(are_host_names.names) one(one))
;
CREATE OR REPLACE FUNCTION public.association_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'the association cannot be deleted' using errcode = 'check_violation', constraint = 'association_stays', table = 'association';
end $function$
;
CREATE OR REPLACE FUNCTION public.bank_act(needed text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((COALESCE(current_setting('jadhere.bank_act'::text, true), ''::text) = 'on'::text) AND CASE WHEN (actor_id() IS NULL) THEN (COALESCE(current_setting('jadhere.door'::text, true), ''::text) = 'command'::text) ELSE user_may(actor_id(), needed) END)
;
CREATE OR REPLACE FUNCTION public.block_end(block inet)
 RETURNS inet
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN set_masklen(broadcast(block), CASE family(block) WHEN 4 THEN 32 ELSE 128 END)
;
CREATE OR REPLACE FUNCTION public.blocks_around(block inet)
 RETURNS inet[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT (network(set_masklen(blocks_around.block, n.n)))::inet AS network FROM generate_series(0, masklen(blocks_around.block)) n(n))
;
CREATE OR REPLACE FUNCTION public.current_erasure()
 RETURNS erasure
 LANGUAGE sql
 STABLE
RETURN (SELECT e.*::erasure AS e FROM erasure e WHERE (e.xact = ((pg_current_xact_id_if_assigned())::text)::bigint) ORDER BY e.id DESC LIMIT 1)
;
CREATE OR REPLACE FUNCTION public.delegation_is_declared()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if not exists (select from prefix p where p.prefix >>= new.prefix) then
        raise exception '% is in no prefix of the association', new.prefix
            using errcode = 'check_violation', constraint = 'delegation_ours', table = 'delegation';
    end if;
    new.service_id := holder_now(new.prefix);
    return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.erase_allocations(ended_by timestamp with time zone, at_most integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
    tables text[];
    gone   bigint[];
begin
    perform pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint);
    select array_agg(table_name), array_agg(row_id) into tables, gone
    from (select table_name, row_id from allocation_trace where ended_at <= ended_by limit at_most) t;
    if gone is null then
        return 0;
    end if;
    insert into erasure (actor, door, xact, kept_since) values ('', '', 0, ended_by);
    delete from ip_allocation using unnest(tables, gone) t (table_name, row_id) where t.table_name = 'ip_allocation' and id = t.row_id;
    delete from history h using unnest(tables, gone) t (table_name, row_id) where h.table_name = t.table_name and h.row_id = t.row_id;
    return cardinality(gone);
end $function$
;
CREATE OR REPLACE FUNCTION public.erasure_is_allowed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    new.at := clock_timestamp();
    new.actor := coalesce(nullif(current_setting('jadhere.actor', true), ''), session_user);
    new.door := coalesce(nullif(current_setting('jadhere.door', true), ''), 'sql');
    new.xact := pg_current_xact_id()::text::bigint;
    new.allocations := 0;
    new.lines := 0;
    new.sightings := 0;
    if new.kept_since is not null and new.kept_since <= allocations_kept_since() is not true then
        raise exception 'the retention settings do not allow erasing allocations that ended by %', new.kept_since
            using errcode = 'check_violation', constraint = 'erasure_allowed', table = 'erasure';
    end if;
    return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.erasure_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if tg_op = 'UPDATE' and pg_trigger_depth() > 1 then
        return null;
    end if;
    raise exception 'the record of erasures cannot be changed'
        using errcode = 'check_violation', constraint = 'erasure_kept', table = 'erasure';
end $function$
;
CREATE OR REPLACE FUNCTION public.find_sightings(silent_days integer, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
    perform pg_advisory_xact_lock('sighting_finding'::regclass::oid::bigint);
    delete from sighting_finding;
    insert into sighting_finding (finding, address, allocation_id, since, seen_at, kind, source)
    select case when u.allocation_id is null then 'unallocated' else 'ended' end,
           u.address, u.allocation_id, u.ended_at, u.seen_at, u.kind, u.source
    from sighting_unheld u;
    insert into sighting_finding (finding, address, allocation_id, since, seen_at, kind, source)
    select 'silent', a.address, a.id, a.held_from, last.seen_at, last.kind, last.source
    from ip_allocation a
    left join (select distinct on (allocation_id) allocation_id, seen_at, kind, source
               from allocation_sign order by allocation_id, seen_at desc, kind) last on last.allocation_id = a.id
    where a.held_until is null and a.held_from <= at - make_interval(hours => 24 * silent_days)
      and (last.seen_at is null or last.seen_at < at - make_interval(hours => 24 * silent_days));
end $function$
;
CREATE OR REPLACE FUNCTION public.fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, value))
;
CREATE OR REPLACE FUNCTION public.forget_sightings(at_most integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
    gone integer;
begin
    perform pg_advisory_xact_lock('sighting'::regclass::oid::bigint);
    if not exists (select from sighting where seen_at < sightings_kept_since()) then
        return 0;
    end if;
    insert into erasure (actor, door, xact) values ('', '', 0);
    update sighting_finding set seen_at = null, kind = null, source = null where finding = 'silent' and seen_at < sightings_kept_since();
    delete from sighting_finding where finding <> 'silent' and seen_at < sightings_kept_since();
    delete from sighting where id in (select id from sighting where seen_at < sightings_kept_since() order by seen_at limit at_most);
    get diagnostics gone = row_count;
    return gone;
end $function$
;
CREATE OR REPLACE FUNCTION public.history_image(image jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((image - '{search,sort_name,sort_label}'::text[]) || CASE WHEN ((image ->> 'password'::text) IS NULL) THEN '{}'::jsonb ELSE jsonb_build_object('password', ('set:'::text || "left"(encode(sha256(convert_to((image ->> 'password'::text), 'UTF8'::name)), 'hex'::text), 8))) END)
;
CREATE OR REPLACE FUNCTION public.history_is_erased_lawfully()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
    done erasure := current_erasure();
begin
    if exists (select from old_rows o where o.table_name not in ('ip_allocation', 'reverse_name', 'delegation'))
        or exists (select from old_rows o join ip_allocation a on o.table_name = 'ip_allocation' and a.id = o.row_id)
        or exists (select from old_rows o join reverse_name r on o.table_name = 'reverse_name' and r.id = o.row_id)
        or exists (select from old_rows o join delegation d on o.table_name = 'delegation' and d.id = o.row_id)
        or exists (select from old_rows o join history h on h.table_name = o.table_name and h.row_id = o.row_id)
        or exists (select from old_rows o group by o.table_name, o.row_id
                   having bool_and(trace_ended(o.before, o.at) <= done.kept_since) filter (where o.action = 'delete') is not true) then
        raise exception 'the history cannot be changed' using errcode = 'check_violation', constraint = 'history_kept', table = 'history';
    end if;
    update erasure e
    set lines = e.lines + gone.lines, allocations = e.allocations + gone.allocations
    from (select count(*) filter (where at < now()) as lines, count(distinct (table_name, row_id)) as allocations from old_rows) gone
    where e.id = done.id;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.history_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'the history cannot be changed' using errcode = 'check_violation', constraint = 'history_kept', table = 'history';
end $function$
;
CREATE OR REPLACE FUNCTION public.history_is_kept_but_for_erasures()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if (current_erasure()).kept_since is null then
        raise exception 'the history cannot be changed' using errcode = 'check_violation', constraint = 'history_kept', table = 'history';
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.holder_now(range inet)
 RETURNS bigint
 LANGUAGE sql
RETURN (SELECT ip_allocation.service_id FROM ip_allocation WHERE ((ip_allocation.address >>= holder_now.range) AND (tstzrange(ip_allocation.held_from, ip_allocation.held_until) @> clock_timestamp())) LIMIT 1)
;
CREATE OR REPLACE FUNCTION public.holder_renames_member()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if tg_table_name = 'app_user' then
        update member set sort_name = '' where user_id = new.id;
    else
        update member set sort_name = '' where organisation_id = new.id;
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.holds_more(block inet)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (COALESCE(((SELECT a.address FROM ip_allocation a WHERE (ROW(a.address, a.id) > ROW(holds_more.block, '9223372036854775807'::bigint)) ORDER BY a.address, a.id LIMIT 1) <= block_end(block)), false) OR COALESCE(((SELECT p.prefix FROM prefix p WHERE (p.prefix > holds_more.block) ORDER BY p.prefix LIMIT 1) <= block_end(block)), false))
;
CREATE OR REPLACE FUNCTION public.iban_holds(iban text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ((iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'::text) AND ((SELECT ((string_agg(CASE WHEN (letters.c ~ '[A-Z]'::text) THEN ((ascii(letters.c) - 55))::text ELSE letters.c END, ''::text ORDER BY letters.place))::numeric % (97)::numeric) FROM regexp_split_to_table((substr(iban_holds.iban, 5) || "left"(iban_holds.iban, 4)), ''::text) WITH ORDINALITY letters(c, place)) = (1)::numeric))
;
CREATE OR REPLACE FUNCTION public.ip_allocation_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select from new_rows where held_until <= (select max(kept_since) from erasure)) then
        raise exception 'an allocation that ended by % is no longer kept', (select max(kept_since) from erasure)
            using errcode = 'check_violation', constraint = 'ip_allocation_kept', table = 'ip_allocation';
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ip_allocation_is_known()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if tg_op = 'INSERT' then
        new.known_since := least(new.known_since, now());
    else
        new.known_since := old.known_since;
    end if;
    if new.held_until is null then
        new.end_known_since := null;
    elsif tg_op = 'UPDATE' and new.held_until is not distinct from old.held_until then
        new.end_known_since := old.end_known_since;
    elsif tg_op = 'INSERT' then
        new.end_known_since := greatest(least(new.end_known_since, now()), new.known_since);
    else
        new.end_known_since := now();
    end if;
    return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.ip_allocation_leaves_room()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if tg_op = 'INSERT' then
        perform vacancy_renew(array(select distinct address from new_rows));
    elsif tg_op = 'DELETE' then
        perform vacancy_renew(array(select distinct address from old_rows));
    else
        perform vacancy_renew(array(select address from old_rows union select address from new_rows));
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.ip_allocation_takes_turn()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    perform pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint);
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.is_host_name(name text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ((char_length(name) <= 253) AND (name ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text) AND (name !~ '\.([0-9]+|arpa)$'::text))
;
CREATE OR REPLACE PROCEDURE public.keep_history(IN tracked regclass)
 LANGUAGE plpgsql
AS $procedure$
declare
    masked boolean := exists (select from pg_attribute where attrelid = tracked and attname in ('password', 'search', 'sort_name', 'sort_label'));
begin
    execute format('create trigger history_insert after insert on %s referencing new table as new_rows for each statement execute function record_history(%L)',
                   tracked, case when masked then 'masked' else 'plain' end);
    execute format('create trigger history_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function record_history()', tracked);
    execute format('create trigger history_delete after delete on %s referencing old table as old_rows for each statement execute function record_history()', tracked);
    execute format('create trigger history_truncate before truncate on %s for each statement execute function refuse_truncate()', tracked);
    execute format('create trigger history_identity before update of id on %s for each row when (old.id <> new.id) execute function refuse_new_identity()', tracked);
end $procedure$
;
CREATE OR REPLACE FUNCTION public.last_end(block inet)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
RETURN (SELECT max(COALESCE(a.held_until, 'infinity'::timestamp with time zone)) AS max FROM ip_allocation a WHERE ((ROW(a.address, a.id) >= ROW(last_end.block, (0)::bigint)) AND (ROW(a.address, a.id) <= ROW(last_end.block, '9223372036854775807'::bigint))))
;
CREATE OR REPLACE FUNCTION public.location_is_no_subscriber()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if holder_now(new.prefix) is not null then
        raise exception '% is held by one service', new.prefix
            using errcode = 'check_violation', constraint = 'location_no_subscriber', table = 'location';
    end if;
    return new;
end $function$
;
CREATE OR REPLACE PROCEDURE public.lock_validated(IN locked regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
    execute format('create trigger validated_update before update on %s for each row when (old.validated or new.validated) execute function validated_is_locked()', locked);
    execute format('create trigger validated_delete before delete on %s for each row when (old.validated) execute function validated_is_not_deleted()', locked);
    execute format('create trigger validated_insert after insert on %s referencing new table as new_rows for each statement execute function validated_at_birth()', locked);
end $procedure$
;
CREATE OR REPLACE FUNCTION public.member_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'a member is never deleted and keeps number and holder'
        using errcode = 'check_violation', constraint = 'member_kept', table = 'member';
end $function$
;
CREATE OR REPLACE FUNCTION public.member_takes_holder_name()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    new.sort_name := coalesce((select sort_name from app_user where id = new.user_id for share),
                              (select sort_name from organisation where id = new.organisation_id for share), '');
    return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.member_takes_number()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    perform pg_advisory_xact_lock('member'::regclass::oid::bigint);
    if new.number is null then
        select coalesce(max(number), 0) + 1 into new.number from member;
    end if;
    return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.months_before(at timestamp with time zone, months integer)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (((at AT TIME ZONE 'Europe/Paris'::text) - make_interval(months => months)) AT TIME ZONE 'Europe/Paris'::text)
;
CREATE OR REPLACE FUNCTION public.names_follow_holders()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if tg_op <> 'INSERT' then
        delete from reverse_name r using old_rows o where r.address <<= o.address and r.service_id is distinct from holder_now(r.address);
        delete from delegation d using old_rows o where d.prefix <<= o.address and d.service_id is distinct from holder_now(d.prefix);
    end if;
    if tg_op <> 'DELETE' then
        delete from reverse_name r using new_rows n where r.address <<= n.address and r.service_id is distinct from holder_now(r.address);
        delete from delegation d using new_rows n where d.prefix <<= n.address and d.service_id is distinct from holder_now(d.prefix);
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.names_follow_members()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    delete from reverse_name where service_id = new.id;
    delete from delegation where service_id = new.id;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.names_forget_past_holders()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select from reverse_name where service_id is distinct from holder_now(address)) then
        delete from reverse_name where service_id is distinct from holder_now(address);
    end if;
    if exists (select from delegation where service_id is distinct from holder_now(prefix)) then
        delete from delegation where service_id is distinct from holder_now(prefix);
    end if;
end $function$
;
CREATE OR REPLACE FUNCTION public.new_password_ends_links()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    delete from link where user_id = new.id and purpose in ('password', 'login') and used_at is null;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.prefix_block(prefix inet, held inet)
 RETURNS inet
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (masklen(held) <= masklen(prefix)) THEN prefix ELSE (network(set_masklen(held, LEAST(masklen(held), (masklen(prefix) + 8)))))::inet END
;
CREATE OR REPLACE FUNCTION public.prefix_is_counted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    perform pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint);
    perform prefix_use_count(new.id);
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.prefix_leaves_room()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    perform pg_advisory_xact_lock('ip_allocation'::regclass::oid::bigint);
    perform vacancy_count(id) from prefix where prefix && old.prefix or prefix && new.prefix;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.prefix_share(prefix inet, held inet)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN trunc(power((2)::numeric, ((CASE family(prefix) WHEN 4 THEN 32 ELSE 128 END - GREATEST(masklen(prefix), masklen(held))))::numeric))
;
CREATE OR REPLACE FUNCTION public.prefix_use_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if tg_op <> 'INSERT' then
        update prefix_use u set taken = u.taken - gone.taken
        from (select p.id, prefix_block(p.prefix, o.address) as block, sum(prefix_share(p.prefix, o.address)) as taken
              from old_rows o join prefix p on p.prefix && o.address where o.held_until is null group by 1, 2) gone
        where u.prefix_id = gone.id and u.block = gone.block;
    end if;
    if tg_op <> 'DELETE' then
        insert into prefix_use (prefix_id, block, taken)
        select p.id, prefix_block(p.prefix, n.address), sum(prefix_share(p.prefix, n.address))
        from new_rows n join prefix p on p.prefix && n.address where n.held_until is null group by 1, 2
        on conflict (prefix_id, block) do update set taken = prefix_use.taken + excluded.taken;
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.prefix_use_count(counted bigint)
 RETURNS void
 LANGUAGE sql
BEGIN ATOMIC
 DELETE FROM prefix_use
   WHERE (prefix_use.prefix_id = prefix_use_count.counted);
 INSERT INTO prefix_use (prefix_id, block, taken)  SELECT p.id,
             prefix_block(p.prefix, a.address) AS prefix_block,
             sum(prefix_share(p.prefix, a.address)) AS sum
            FROM (prefix p
              JOIN ip_allocation a ON ((a.address && p.prefix)))
           WHERE ((p.id = prefix_use_count.counted) AND (a.held_until IS NULL))
           GROUP BY p.id, (prefix_block(p.prefix, a.address));
END
;
CREATE OR REPLACE FUNCTION public.publishing_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'the publishing settings cannot be deleted, only switched off' using errcode = 'check_violation', constraint = 'publishing_stays', table = 'publishing';
end $function$
;
CREATE OR REPLACE FUNCTION public.record_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
    actor_id_now bigint := actor_id();
    actor_now    text := coalesce(nullif(current_setting('jadhere.actor', true), ''), session_user);
    door_now     text := coalesce(nullif(current_setting('jadhere.door', true), ''), 'sql');
    reason_now   text := nullif(current_setting('jadhere.reason', true), '');
begin
    if tg_op = 'INSERT' and tg_argv[0] = 'plain' then
        insert into history (table_name, row_id, action, after, actor_id, actor, door, reason)
        select tg_table_name, n.id, 'insert', row_to_json(n), actor_id_now, actor_now, door_now, reason_now from new_rows n;
    elsif tg_op = 'INSERT' then
        insert into history (table_name, row_id, action, after, actor_id, actor, door, reason)
        select tg_table_name, id, 'insert', history_image(image), actor_id_now, actor_now, door_now, reason_now
        from (select n.id, to_jsonb(n) as image from new_rows n offset 0) n;
    elsif tg_op = 'DELETE' then
        insert into history (table_name, row_id, action, before, actor_id, actor, door, reason)
        select tg_table_name, id, 'delete', history_image(image), actor_id_now, actor_now, door_now, reason_now
        from (select o.id, to_jsonb(o) as image from old_rows o offset 0) o;
    else
        insert into history (table_name, row_id, action, before, after, actor_id, actor, door, reason)
        select tg_table_name, id, 'update', was, image, actor_id_now, actor_now, door_now, reason_now
        from (select n.id, history_image(to_jsonb(o)) as was, history_image(to_jsonb(n)) as image
              from new_rows n join old_rows o on o.id = n.id offset 0) n
        where was is distinct from image;
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_new_identity()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'the id of a row in % cannot be changed', tg_table_name
        using errcode = 'check_violation', constraint = 'identity_fixed', table = tg_table_name;
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_truncate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception '% cannot be truncated: the history would not record it', tg_table_name
        using errcode = 'check_violation', constraint = 'history_complete', table = tg_table_name;
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_validated(owner text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'validated by the bank crew: only a bank act may change it'
        using errcode = 'check_violation', constraint = owner || '_validated', table = owner;
end $function$
;
CREATE OR REPLACE FUNCTION public.restoration_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'the record of restorations cannot be changed'
        using errcode = 'check_violation', constraint = 'restoration_kept', table = 'restoration';
end $function$
;
CREATE OR REPLACE FUNCTION public.reverse_name_is_declared()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if not exists (select from prefix where prefix >>= new.address) then
        raise exception '% is in no prefix of the association', new.address
            using errcode = 'check_violation', constraint = 'reverse_name_ours', table = 'reverse_name';
    end if;
    new.service_id := holder_now(new.address);
    return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.sighting_is_young()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select from new_rows where seen_at < sightings_kept_since() - interval '1 minute') then
        raise exception 'a sighting of more than three months ago is not stored'
            using errcode = 'check_violation', constraint = 'sighting_young', table = 'sighting';
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.sightings_are_counted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    update erasure set sightings = sightings + (select count(*) from old_rows) where id = (current_erasure()).id;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.sightings_kept_since()
 RETURNS timestamp with time zone
 LANGUAGE sql
RETURN (clock_timestamp() - '3 mons'::interval)
;
CREATE OR REPLACE FUNCTION public.trace_ended(last_image json, deleted_at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
RETURN LEAST(((last_image ->> 'held_until'::text))::timestamp with time zone, deleted_at)
;
CREATE OR REPLACE FUNCTION public.user_email_is_not_first()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    perform from app_user where id = new.user_id for no key update;
    if not exists (select from user_email where user_id = new.user_id and position = 0)
            and exists (select from user_email where user_id = new.user_id) then
        raise exception 'one e-mail address must be the primary one'
            using errcode = 'check_violation', constraint = 'user_email_primary', table = 'user_email';
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.user_email_needs_primary()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    perform from app_user where id = old.user_id for no key update;
    if exists (select from user_email where user_id = old.user_id)
            and not exists (select from user_email where user_id = old.user_id and position = 0) then
        raise exception 'one e-mail address must be the primary one'
            using errcode = 'check_violation', constraint = 'user_email_primary', table = 'user_email';
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.user_may(who bigint, needed text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM app_user u WHERE ((u.id = user_may.who) AND u.active AND (u.superuser OR (u.staff AND (EXISTS (SELECT FROM (crew_member m JOIN crew_permission p ON ((p.crew_id = m.crew_id))) WHERE ((m.user_id = u.id) AND (p.permission = user_may.needed)))))))))
;
CREATE OR REPLACE FUNCTION public.vacancy_count(counted bigint)
 RETURNS void
 LANGUAGE sql
BEGIN ATOMIC
 DELETE FROM vacancy
   WHERE (vacancy.prefix_id = vacancy_count.counted);
 INSERT INTO vacancy (prefix_id, block, free_since)  SELECT p.id,
             v.block,
             v.free_since
            FROM (prefix p
              CROSS JOIN LATERAL vacancy_inside(p.id, p.prefix) v(block, free_since))
           WHERE ((p.id = vacancy_count.counted) AND (p.kind = 'pool'::text));
END
;
CREATE OR REPLACE FUNCTION public.vacancy_inside(pool bigint, whole inet)
 RETURNS TABLE(block inet, free_since timestamp with time zone)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 WITH RECURSIVE part(block, since, kept, mixed) AS (
          SELECT vacancy_inside.whole AS whole,
             ( SELECT max(last_end(around.around)) AS max
                    FROM unnest(blocks_around(vacancy_inside.whole)) around(around)) AS max,
             (EXISTS ( SELECT
                    FROM (prefix p
                      JOIN prefix mine ON (((mine.id = vacancy_inside.pool) AND (p.prefix << mine.prefix))))
                   WHERE (p.prefix = ANY (blocks_around(vacancy_inside.whole))))) AS "exists",
             holds_more(vacancy_inside.whole) AS holds_more
         UNION ALL
          SELECT halves.half,
             GREATEST(part_1.since, last_end(halves.half)) AS "greatest",
             (EXISTS ( SELECT
                    FROM prefix p
                   WHERE ((p.prefix = halves.half) AND (p.id <> vacancy_inside.pool)))) AS "exists",
             holds_more(halves.half) AS holds_more
            FROM (part part_1
              CROSS JOIN LATERAL ( VALUES ((network(set_masklen(part_1.block, (masklen(part_1.block) + 1))))::inet), ((network(set_masklen(block_end(part_1.block), (masklen(part_1.block) + 1))))::inet)) halves(half))
           WHERE (part_1.mixed AND (NOT part_1.kept) AND (part_1.since IS DISTINCT FROM 'infinity'::timestamp with time zone))
         )
  SELECT part.block,
     part.since
    FROM part
   WHERE ((NOT part.mixed) AND (NOT part.kept) AND (part.since IS DISTINCT FROM 'infinity'::timestamp with time zone));
END
;
CREATE OR REPLACE FUNCTION public.vacancy_renew(changed inet[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
    pools  bigint[];
    blocks inet[];
begin
    select array_agg(prefix_id), array_agg(block) into pools, blocks
    from (select prefix_id, block, max(block_end(block)) over (partition by prefix_id order by block rows between unbounded preceding and 1 preceding) as seen
          from (select distinct p.id as prefix_id,
                       case when free.block >>= address then free.block
                            when masklen(address) > masklen(p.prefix) then address
                            else p.prefix end as block
                from unnest(changed) address
                join prefix p on p.prefix && address and p.kind = 'pool'
                left join lateral (select v.block from vacancy v where v.prefix_id = p.id and v.block <= address order by v.block desc limit 1) free on true) each_one) in_order
    where seen is null or seen < block_end(block);
    delete from vacancy v using unnest(pools, blocks) as anew (pool, block)
    where v.prefix_id = anew.pool and v.block >= anew.block and v.block <= block_end(anew.block);
    insert into vacancy (prefix_id, block, free_since)
    select anew.pool, v.block, v.free_since
    from unnest(pools, blocks) as anew (pool, block) cross join lateral vacancy_inside(anew.pool, anew.block) v;
end $function$
;
CREATE OR REPLACE FUNCTION public.validated_at_birth()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select from new_rows where validated) and not (bank_act('payment.add') and bank_act('payment.validate')) then
        perform refuse_validated(tg_table_name);
    end if;
    return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.validated_is_locked()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
    turned  boolean := old.validated is distinct from new.validated;
    changed boolean := to_jsonb(old) - '{validated,validation_id}'::text[] is distinct from to_jsonb(new) - '{validated,validation_id}'::text[];
begin
    if not new.validated then
        new.validation_id := null;
    end if;
    if (turned or old.validation_id is distinct from new.validation_id) and not bank_act('payment.validate')
            or changed and not bank_act('payment.change') then
        perform refuse_validated(tg_table_name);
    end if;
    return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.validated_is_not_deleted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if not bank_act('payment.delete') then
        perform refuse_validated(tg_table_name);
    end if;
    return old;
end $function$
;
CREATE OR REPLACE PROCEDURE public.zones_depend_on(IN source regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
    execute format('create trigger zones_insert after insert on %s referencing new table as changed for each statement execute function zones_have_changed()', source);
    execute format('create trigger zones_update after update on %s referencing new table as changed for each statement execute function zones_have_changed()', source);
    execute format('create trigger zones_delete after delete on %s referencing old table as changed for each statement execute function zones_have_changed()', source);
end $procedure$
;
CREATE OR REPLACE FUNCTION public.zones_have_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select from changed) then
        update zone_serial set serial = greatest(serial + 1, to_char(now() at time zone 'UTC', 'YYYYMMDD')::bigint * 100);
    end if;
    return null;
end $function$
;

create view address_question_break as
 SELECT id
   FROM ( SELECT q.*::address_question AS q,
            q.id,
            lag(q.id, 1, (0)::bigint) OVER w AS id_before,
            lag(q.seal, 1, '\x'::bytea) OVER w AS seal_before
           FROM address_question q
          WINDOW w AS (ORDER BY q.id)) chain
  WHERE ((id <> (id_before + 1)) OR ((q).previous <> seal_before) OR ((q).seal <> address_question_seal(q)))
  ORDER BY id
 LIMIT 1;
create view allocation_sign as
 SELECT a.id AS allocation_id,
    s.seen_at,
    s.kind,
    s.source
   FROM (sighting s
     JOIN ip_allocation a ON ((a.address >>= s.address)))
  WHERE ((a.held_until IS NULL) AND (s.seen_at >= a.held_from))
UNION ALL
 SELECT a.id AS allocation_id,
    s.seen_at,
    s.kind,
    s.source
   FROM (sighting s
     JOIN ip_allocation a ON ((a.address << s.address)))
  WHERE ((a.held_until IS NULL) AND (s.seen_at >= a.held_from) AND (s.kind = 'route'::text) AND (EXISTS ( SELECT
           FROM prefix p
          WHERE (p.prefix >> s.address))) AND (NOT (EXISTS ( SELECT
           FROM prefix p
          WHERE ((p.prefix >>= a.address) AND (p.prefix <<= s.address))))));
create view allocation_trace as
 SELECT 'ip_allocation'::text AS table_name,
    ip_allocation.id AS row_id,
    ip_allocation.held_until AS ended_at
   FROM ip_allocation
  WHERE (ip_allocation.held_until IS NOT NULL)
UNION ALL
 SELECT history.table_name,
    history.row_id,
    trace_ended(history.before, history.at) AS ended_at
   FROM history
  WHERE ((history.table_name = ANY (ARRAY['ip_allocation'::text, 'reverse_name'::text, 'delegation'::text])) AND (history.action = 'delete'::text));
create view sighting_unheld as
 SELECT s.address,
    s.seen_at,
    s.kind,
    s.source,
    past.id AS allocation_id,
    past.held_until AS ended_at
   FROM ((sighting s
     LEFT JOIN LATERAL ( SELECT a.id,
            a.held_until
           FROM ip_allocation a
          WHERE ((a.address >>= s.address) AND (a.held_until <= s.seen_at))
          ORDER BY ROW(a.held_until, a.id) DESC
         LIMIT 1) past ON (true))
     LEFT JOIN LATERAL ( SELECT p.prefix,
            p.kind
           FROM prefix p
          WHERE (p.prefix >>= s.address)
          ORDER BY (masklen(p.prefix)) DESC
         LIMIT 1) around ON (true))
  WHERE ((NOT (EXISTS ( SELECT
           FROM ip_allocation a
          WHERE ((a.address && s.address) AND (tstzrange(a.held_from, a.held_until) @> s.seen_at))))) AND ((past.id IS NOT NULL) OR ((around.kind = 'pool'::text) AND (NOT ((s.kind = 'route'::text) AND (s.address = around.prefix))))));
