-- Whether the owner of an account has confirmed an e-mail address. An address that is not confirmed opens nothing: no
-- link to log in or to choose a password is sent to it. Addresses that exist by now count as confirmed.

alter table user_email add column confirmed boolean not null default true;
comment on column user_email.confirmed is 'False for an address that another person added, until its link was followed or an administrator counted it as confirmed.';
create index user_email_unconfirmed on user_email (user_id) where not confirmed;

-- Whether the current transaction created the account: the history has its insert at the start of the transaction.
create function account_is_being_created(account bigint) returns boolean
    language sql stable
    return exists (select from history where table_name = 'app_user' and row_id = account and action = 'insert' and at = now());

-- What another user adds is not confirmed, except the first address of an account that they are creating. Only the
-- owner and administrators confirm an address. Commands, among them the import, have no user and decide themselves.
create function user_email_is_confirmed_by_owner() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.user_id = old.user_id and lower(new.email) = lower(old.email) then
        if new.confirmed and not old.confirmed and not exists (select from app_user where id = actor_id() and superuser and active) then
            raise exception 'only the owner of an address and administrators confirm it'
                using errcode = 'check_violation', constraint = 'user_email_confirmed_by_owner', table = 'user_email';
        end if;
    else
        new.confirmed := new.confirmed and new.position = 0 and account_is_being_created(new.user_id);
    end if;
    return new;
end $$;
create trigger user_email_confirmation before insert or update of user_id, email, confirmed on user_email
    for each row when (actor_id() <> new.user_id) execute function user_email_is_confirmed_by_owner();
