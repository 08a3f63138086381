-- What waits for somebody is found where it stands, however long the tables have grown.

-- Fees in the order of their ends, those without an end last.
create index membership_fee_by_end on membership_fee ((coalesce(ends_on, date '9999-12-31')), id);

-- Services prepared for members to come, as the crew of their type looks for them.
create index service_without_member_by_type on service (type_id, sort_label, id) where member_id is null;
