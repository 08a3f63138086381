-- A payment that is due once runs beyond its holding only if it is due after the end of the holding.
drop index payment_beyond_holding;
create index payment_beyond_holding on payment (holding_ends_on, id)
    where holding_ends_on is not null and (ends_on is null or ends_on > holding_ends_on)
      and (months > 0 or starts_on >= holding_ends_on);
