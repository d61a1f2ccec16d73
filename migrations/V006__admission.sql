-- Holds one of eight places of a subject to the end of the transaction, or none if all are held: so many of a user's
-- requests are at work at once, and none waits for another.
create function hold_place(of_subject uuid) returns boolean
    language plpgsql as $$
declare
    first constant bigint := uuid_hash_extended(of_subject, 0) & -8;
begin
    for place in 0..7 loop
        if pg_try_advisory_xact_lock(first + place) then
            return true;
        end if;
    end loop;
    return false;
end
$$;

-- What stands before the work of every authenticated operation, in the same statement: a live session of an active user,
-- room in the user's limit, a role that may. `owner_id` is whose things are asked for; `capacity` 0 is no limit, `cost` 0
-- a further statement of a request that is counted already. The verdict is UNAUTHENTICATED, BUSY, RATE_LIMITED, FORBIDDEN
-- or ADMITTED. An admin who is admitted to read another's tasks is on record.
create function admit(
    session_id uuid, caller uuid, owner_id uuid, on_own role[], on_others role[],
    cost integer, capacity integer, touches_session boolean, reads_tasks boolean, from_ip text, by_request text,
    out verdict text, out remaining integer, out seconds double precision)
    language plpgsql as $$
declare
    caller_role role;
    last_use timestamptz;
begin
    select users.role, last_used_at into caller_role, last_use
    from sessions join users on users.id = sessions.user_id
    where sessions.id = session_id and users.id = caller and expires_at > now() and is_active and epoch = session_epoch;

    if not found then
        verdict := 'UNAUTHENTICATED';
        return;
    elsif cost > 0 and not hold_place(caller) then
        verdict := 'BUSY';
        return;
    elsif cost > 0 and capacity > 0 then
        select w.remaining - cost, w.seconds into remaining, seconds from window_left(caller, capacity, 5) as w;
        if remaining < 0 then
            verdict := 'RATE_LIMITED';
            return;
        end if;
    end if;

    if touches_session and last_use < now() - interval '1 minute' then
        update sessions set last_used_at = now()
        where id = (select id from sessions where id = session_id for no key update skip locked);
    end if;
    if caller_role = any(on_others) or owner_id = caller and caller_role = any(on_own) then
        verdict := 'ADMITTED';
    else
        verdict := 'FORBIDDEN';
    end if;
    if verdict = 'ADMITTED' and reads_tasks and owner_id <> caller then
        insert into audit_events (event, actor_id, user_id, ip, request_id)
        values ('tasks_read', caller, owner_id, from_ip, by_request);
    end if;
end
$$;
