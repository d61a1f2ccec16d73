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
-- or ADMITTED, and there is an `owner` with the last one alone.
create function admit(
    session_id uuid, caller uuid, owner_id uuid, on_own role[], on_others role[],
    cost integer, capacity integer, notes_use boolean,
    out verdict text, out owner uuid, out remaining integer, out seconds double precision)
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

    if notes_use and last_use < now() - interval '1 minute' then
        update sessions set last_used_at = now()
        where id = (select id from sessions where id = session_id for no key update skip locked);
    end if;
    if caller_role = any(on_others) or owner_id = caller and caller_role = any(on_own) then
        verdict := 'ADMITTED';
        owner := owner_id;
    else
        verdict := 'FORBIDDEN';
    end if;
end
$$;
