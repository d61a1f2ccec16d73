-- Deletes an account with all that is the user's. It locks the feed first, as whoever writes the user's tasks does, so the
-- two queue instead of deadlocking. The audit trail keeps what happened, without addresses.
create function delete_account(deleted_user uuid) returns void
    language plpgsql as $$
begin
    perform from task_feeds where user_id = deleted_user for update;
    delete from users where id = deleted_user;
    perform blank_addresses(deleted_user);
end
$$;
