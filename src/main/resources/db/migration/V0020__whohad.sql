-- Who had an address at an instant: gaps in the records, and a sealed journal of the questions.

-- Periods for which it is unknown who held the addresses of a prefix, because records are lost or had not begun.
create table record_gap (
    id         bigint generated always as identity constraint record_gap_pkey primary key,
    prefix     inet not null
               constraint record_gap_whole check (prefix = network(prefix))
               constraint record_gap_not_mapped check (not prefix <<= '::ffff:0.0.0.0/96'),
    lost_from  timestamptz constraint record_gap_from_finite check (isfinite(lost_from)),
    lost_until timestamptz not null constraint record_gap_until_finite check (isfinite(lost_until)),
    cause      text not null constraint record_gap_cause_length check (char_length(cause) between 1 and 2000),
    constraint record_gap_times check (lost_until > lost_from)
);
comment on column record_gap.lost_from is 'Null where nothing was recorded before the end of the gap.';
create index record_gap_prefix on record_gap using gist (prefix inet_ops);
call keep_history('record_gap');

create table address_question (
    id         bigint constraint address_question_pkey primary key,
    at         timestamptz not null,
    actor_id   bigint,
    actor      text not null,
    door       text not null,
    address    inet not null,
    instant    timestamptz not null constraint address_question_instant_finite check (isfinite(instant)),
    reason     text not null constraint address_question_reason_length check (char_length(reason) between 1 and 2000),
    answer     text not null constraint address_question_answer
               check (answer in ('one', 'several', 'own', 'unassigned', 'not_ours', 'not_kept', 'gap')),
    service_id bigint constraint address_question_service check ((service_id is not null) = (answer = 'one')),
    previous   bytea not null,
    seal       bytea not null constraint address_question_seal unique
);
comment on table address_question is 'Each question who had an address at an instant: the user, the reason and the kind of answer. A seal covers the row and the seal before it.';
comment on column address_question.service_id is 'The service named in the answer. The holder is found through it and not stored a second time.';

-- The text that is sealed: every column with its length, so that no two rows produce the same text; times are in
-- microseconds.
create function address_question_text(question address_question) returns text
    language sql immutable
    return (select string_agg(coalesce(octet_length(value) || ':' || value, '-'), ' ' order by place)
            from unnest(array[
                question.id::text, (extract(epoch from question.at) * 1000000)::bigint::text, question.actor_id::text, question.actor,
                question.door, question.address::text, (extract(epoch from question.instant) * 1000000)::bigint::text,
                question.reason, question.answer, question.service_id::text
            ]) with ordinality as parts (value, place));

create function address_question_seal(question address_question) returns bytea
    language sql immutable
    return sha256(question.previous || convert_to(address_question_text(question), 'UTF8'));

-- The user is taken from the same settings as in the history. Numbers have no gaps, so that a missing row also shows by
-- its number.
create function address_question_is_sealed() returns trigger
    language plpgsql as $$
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
end $$;
create trigger address_question_sealed before insert on address_question
    for each row execute function address_question_is_sealed();

create function address_question_is_kept() returns trigger
    language plpgsql as $$
begin
    raise exception 'the journal of questions about addresses cannot be changed'
        using errcode = 'check_violation', constraint = 'address_question_kept', table = 'address_question';
end $$;
create trigger address_question_kept before update or delete or truncate on address_question
    for each statement execute function address_question_is_kept();

-- The first row whose seal is wrong or that does not follow the row before it; no row where the journal is intact.
create view address_question_break as
select id
from (select q, q.id, lag(q.id, 1, 0::bigint) over w as id_before, lag(q.seal, 1, ''::bytea) over w as seal_before
      from address_question q
      window w as (order by q.id)) chain
where id <> id_before + 1 or (q).previous <> seal_before or (q).seal <> address_question_seal(q)
order by id
limit 1;
