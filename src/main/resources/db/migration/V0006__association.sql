-- The association: how it presents itself and receives payments, and the settings of its administrators. One row, which
-- is created here and never deleted.

-- ISO 13616: the first four characters move to the end, letters become numbers from 10, and the remainder of the
-- division by 97 is 1.
create function iban_holds(iban text) returns boolean
    immutable strict parallel safe language sql
    return iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'
       and (select string_agg(case when c ~ '[A-Z]' then (ascii(c) - 55)::text else c end, '' order by place)::numeric % 97
            from regexp_split_to_table(substr(iban, 5) || left(iban, 4), '') with ordinality as letters (c, place)) = 1;

create table association (
    id                  bigint generated always as identity constraint association_pkey primary key,
    only_one            boolean not null default true constraint association_only_one check (only_one) constraint association_once unique,
    name                text not null constraint association_name_length check (char_length(name) between 1 and 200),
    address             text not null default '' constraint association_address_length check (char_length(address) <= 2000),
    email               text not null default '' constraint association_email_form
                            check (email = '' or email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 320),
    website             text not null default '' constraint association_website_form
                            check (website = '' or website ~ '^https?://[^[:space:]]+$' and char_length(website) <= 300),
    registration        text not null default '' constraint association_registration_length check (char_length(registration) <= 200),
    bank_holder         text not null default '' constraint association_bank_holder_length check (char_length(bank_holder) <= 70),
    iban                text not null default '' constraint association_iban check (iban = '' or iban_holds(iban)),
    bic                 text not null default '' constraint association_bic
                            check (bic = '' or bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
    login_by_link       boolean not null default false,
    staff_second_factor boolean not null default false,
    remind_on           integer[] not null default '{-30,-7,7,30}'
                            constraint association_remind_on check (-365 <= all (remind_on) and 365 >= all (remind_on)
                                and cardinality(remind_on) <= 12 and array_position(remind_on, null) is null)
);
comment on table association is 'One row: how the association presents itself and receives payments, and the settings of its administrators.';
comment on column association.bank_holder is 'At most 70 characters, as in the EPC QR code (EPC069-12).';
comment on column association.registration is 'SIREN, RNA or another registration number; free text for receipts.';
comment on column association.remind_on is 'The days on which a reminder of a fee is sent, counted from the last day of the fee; negative is before.';
insert into association (name) values ('Mon association');
create function association_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the association cannot be deleted' using errcode = 'check_violation', constraint = 'association_stays', table = 'association';
end $$;
create trigger association_stays before delete on association for each row execute function association_stays();
call keep_history('association');
