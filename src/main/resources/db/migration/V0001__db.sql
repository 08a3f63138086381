-- Text search without accents, and the domains that other tables use for money, days and external ids.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Text without accents or capitals, for search and sorting. It is immutable because the dictionary is named, so it can
-- be indexed.
create function fold(value text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, value));

-- Exact euros. numeric(n,2) would silently round a third decimal; this domain rejects it.
create domain euros as numeric
    constraint euros_not_negative check (value >= 0)
    constraint euros_whole_cents check (scale(value) <= 2)
    constraint euros_not_absurd check (value < 100000000);

-- A calendar day. PostgreSQL accepts 'infinity' as a date; this domain does not.
create domain day as date
    constraint day_finite check (isfinite(value));

-- The identifier of a row in the CSV folders of import and export.
create domain external_id as text
    constraint external_id_form check (char_length(value) between 1 and 200 and value !~ '[[:cntrl:]]');
