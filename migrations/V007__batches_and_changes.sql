-- The highest position of a deletion that is no longer remembered. Who has not come so far can't be told what is gone.
alter table task_feeds add column forgotten bigint not null default 0;

-- A deletion is remembered for 90 days at least, and forgotten by one that comes later: each removes more than it
-- brings, and never more than a handful.
create function forget_deletions() returns trigger
    language plpgsql as $$
begin
    with forgotten as (
        delete from tombstones
        where (user_id, position) in (
            select oldest.user_id, oldest.position
            from (select * from tombstones where user_id = new.user_id order by position limit 10) as oldest
            where deleted_at < now() - interval '90 days')
        returning position
    )
    update task_feeds set forgotten = greatest(task_feeds.forgotten, latest)
    from (select max(position) from forgotten) as forgotten (latest)
    where user_id = new.user_id and latest is not null;
    return null;
end
$$;

create trigger forget_deletions after insert on tombstones
    for each row execute function forget_deletions();

-- What a batch answers is not in its request: the tasks as they were after each operation. Its `task_id` is an id that
-- no task has.
alter table idempotency_keys add column answer jsonb;

-- Does to one task what the operation of the same name does, by the same rules, and returns it: as it is now, or as it
-- was last. Its refusal is an error with the name that clients know as the message.
create function apply_operation(owner_id uuid, operation jsonb, place bigint) returns tasks
    language plpgsql as $$
declare
    said constant jsonb := operation -> 'task';
    named constant uuid := operation ->> 'id';
    task tasks;
begin
    if operation ->> 'op' = 'create' then
        insert into tasks (id, user_id, title, description, priority, due_date,
                           created_at, updated_at, completed_at, position)
        values (named, owner_id, said ->> 'title', said ->> 'description', (said ->> 'priority')::priority,
                (said ->> 'due_date')::timestamptz,
                now(), now(), case when (said ->> 'completed')::boolean then now() end, place)
        returning * into task;
        return task;
    end if;

    select * into task from tasks where id = named and user_id = owner_id for update;
    if not found then
        raise 'TASK_NOT_FOUND' using errcode = 'TD001';
    elsif task.version <> (operation ->> 'version')::integer then
        raise 'VERSION_CONFLICT' using errcode = 'TD001';
    end if;

    if operation ->> 'op' = 'delete' then
        delete from tasks where id = named;
        insert into tombstones (user_id, position, task_id) values (owner_id, place, named);
        return task;
    end if;

    update tasks set
        title = coalesce(said ->> 'title', title),
        description = case when not (said ->> 'clears_description')::boolean
                           then coalesce(said ->> 'description', description) end,
        priority = coalesce((said ->> 'priority')::priority, priority),
        due_date = case when not (said ->> 'clears_due_date')::boolean
                        then coalesce((said ->> 'due_date')::timestamptz, due_date) end,
        completed_at = case when coalesce((said ->> 'completed')::boolean, completed)
                            then coalesce(completed_at, now()) end,
        version = version + 1,
        position = place,
        updated_at = greatest(updated_at, now())
    where id = named
    returning * into task;
    return task;
end
$$;

-- Applies all operations in their order, or none: then it returns one row, with the index of the first that failed. A
-- key that is there already gives the first answer. Locks are taken in the order in which single operations take them:
-- key, task, feed; tasks by their ids, so that two batches never wait for each other.
create function apply_batch(owner_id uuid, operations jsonb, request_key text, request_fingerprint text)
    returns table (index integer, failure text, repeated boolean, task jsonb)
    language plpgsql as $$
declare
    answered jsonb := '[]';
    same_request boolean := true;
    first_place bigint;
begin
    insert into idempotency_keys as k (user_id, key, fingerprint, task_id, created_at)
    select owner_id, request_key, request_fingerprint, gen_random_uuid(), now() where request_key is not null
    on conflict (user_id, key) do update
    set fingerprint = excluded.fingerprint, task_id = excluded.task_id, created_at = excluded.created_at
    where k.created_at < now() - interval '24 hours';

    repeated := not found and request_key is not null;
    if not repeated then
        perform from tasks
        where user_id = owner_id and id in (
            select (operation ->> 'id')::uuid from jsonb_array_elements(operations) as operation)
        order by id for update;

        insert into task_feeds as f (user_id, position) values (owner_id, jsonb_array_length(operations))
        on conflict (user_id) do update set position = f.position + excluded.position
        returning position - jsonb_array_length(operations) + 1 into first_place;

        for number in 0 .. jsonb_array_length(operations) - 1 loop
            index := number;
            answered := answered || jsonb_build_array(
                    to_jsonb(apply_operation(owner_id, operations -> number, first_place + number)) - 'search');
        end loop;
        update idempotency_keys set answer = answered where user_id = owner_id and key = request_key;
    else
        select fingerprint = request_fingerprint, answer into same_request, answered
        from idempotency_keys where user_id = owner_id and key = request_key;
    end if;

    if same_request then
        return query select place::integer - 1, null::text, repeated, after
        from jsonb_array_elements(answered) with ordinality as results (after, place);
    else
        return query select null::integer, 'IDEMPOTENCY_KEY_REUSED', repeated, null::jsonb;
    end if;
exception when sqlstate 'TD001' then
    return query select index, sqlerrm, repeated, null::jsonb;
end
$$;

grant execute on function apply_operation(uuid, jsonb, bigint), apply_batch(uuid, jsonb, text, text) to todo_app;
