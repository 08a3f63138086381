-- Links stop working with what they were sent for: all of an account with its password, those to an address with the
-- address. Their rows stay, since sent links are counted.

create or replace function new_password_ends_links() returns trigger language plpgsql as $$
begin
    update link set expires_at = created_at where user_id = new.id and used_at is null and expires_at > created_at;
    return null;
end $$;

create function removed_address_ends_links() returns trigger language plpgsql as $$
begin
    update link set expires_at = created_at
    where user_id = old.user_id and lower(email) = lower(old.email) and used_at is null and expires_at > created_at;
    return null;
end $$;
create trigger user_email_removed after delete on user_email
    for each row execute function removed_address_ends_links();
create trigger user_email_replaced after update of user_id, email on user_email
    for each row when (new.user_id <> old.user_id or lower(new.email) <> lower(old.email)) execute function removed_address_ends_links();
