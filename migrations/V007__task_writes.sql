-- The row that whoever writes a user's tasks locks first. It is made with a user's first task.
create function locked_feed(owner_id uuid) returns task_feeds
    language plpgsql as $$
declare
    feed task_feeds;
begin
    loop
        select * into feed from task_feeds where user_id = owner_id for update;
        if found then
            return feed;
        end if;
        insert into task_feeds (user_id, changed_at) values (owner_id, now()) on conflict (user_id) do nothing;
    end loop;
end
$$;

create function create_task(owner_id uuid, new_id uuid, said jsonb, moment timestamptz) returns tasks
    language plpgsql as $$
declare
    task tasks;
begin
    insert into tasks (id, user_id, title, description, priority, due_date, created_at, updated_at, completed_at)
    values (new_id, owner_id, said ->> 'title', said ->> 'description', (said ->> 'priority')::priority,
            (said ->> 'due_date')::timestamptz,
            moment, moment, case when (said ->> 'completed')::boolean then moment end)
    returning * into task;
    return task;
end
$$;

-- Changes a task by a JSON merge patch. Unchanged texts are not written, because the columns that derive from them cost
-- more to compute than all the rest.
create function edit_task(task tasks, said jsonb, moment timestamptz) returns tasks
    language plpgsql as $$
declare
    next_title constant text := case when said ? 'title' then said ->> 'title' else task.title end;
    next_description constant text := case when said ? 'description' then said ->> 'description' else task.description end;
begin
    task.priority := case when said ? 'priority' then (said ->> 'priority')::priority else task.priority end;
    task.due_date := case when said ? 'due_date' then (said ->> 'due_date')::timestamptz else task.due_date end;
    if said ? 'completed' then
        task.completed_at := case when (said ->> 'completed')::boolean then coalesce(task.completed_at, moment) end;
    end if;

    if (next_title, next_description) is distinct from (task.title, task.description) then
        update tasks set
            title = next_title, description = next_description,
            priority = task.priority, due_date = task.due_date, completed_at = task.completed_at,
            version = version + 1, updated_at = moment
        where id = task.id
        returning * into task;
    else
        update tasks set
            priority = task.priority, due_date = task.due_date, completed_at = task.completed_at,
            version = version + 1, updated_at = moment
        where id = task.id
        returning * into task;
    end if;
    return task;
end
$$;

-- A deletion is remembered for 90 days at least. Each one forgets up to ten that are older, so nothing piles up. Returns
-- the latest that was forgotten.
create function delete_task(task tasks, moment timestamptz) returns timestamptz
    language plpgsql as $$
declare
    forgotten timestamptz;
begin
    delete from tasks where id = task.id;
    insert into tombstones (user_id, deleted_at, task_id) values (task.user_id, moment, task.id);
    with oldest as (
        select deleted_at from tombstones where user_id = task.user_id order by deleted_at limit 10
    ), removed as (
        delete from tombstones
        where user_id = task.user_id and deleted_at in (select deleted_at from oldest) and deleted_at < now() - interval '90 days'
        returning deleted_at
    )
    select max(deleted_at) into forgotten from removed;
    return forgotten;
end
$$;

-- Does one operation, and counts it in the feed. `failure` says why it can't be done; nothing is written then.
create function apply_operation(
    operation jsonb, quota integer, inout feed task_feeds, out task tasks, out failure text)
    language plpgsql as $$
declare
    moment constant timestamptz := greatest(now(), feed.changed_at + interval '1 microsecond');
    was_completed boolean;
begin
    if operation ->> 'op' = 'create' then
        if quota > 0 and feed.pending + feed.completed >= quota then
            failure := 'QUOTA_EXCEEDED';
            return;
        end if;
        select * into task from tasks where id = (operation ->> 'id')::uuid and user_id = feed.user_id;
        if found then -- the statement is sent once more after a lost reply; ids are made before
            return;
        end if;
        task := create_task(feed.user_id, (operation ->> 'id')::uuid, operation -> 'task', moment);
    else
        select * into task from tasks where id = (operation ->> 'id')::uuid and user_id = feed.user_id;
        if not found then
            failure := 'TASK_NOT_FOUND';
            return;
        elsif operation ->> 'versions' is not null and not operation -> 'versions' @> to_jsonb(task.version) then
            failure := 'VERSION_CONFLICT';
            return;
        end if;
        was_completed := task.completed;
        if operation ->> 'op' = 'delete' then
            feed.forgotten := greatest(feed.forgotten, delete_task(task, moment));
        else
            task := edit_task(task, case operation ->> 'op'
                when 'toggle' then jsonb_build_object('completed', not was_completed)
                else operation -> 'task' end, moment);
        end if;
    end if;

    feed.changed_at := moment;
    if was_completed is not null then
        feed.pending := feed.pending - (not was_completed)::integer;
        feed.completed := feed.completed - was_completed::integer;
    end if;
    if operation ->> 'op' <> 'delete' then
        feed.pending := feed.pending + (not task.completed)::integer;
        feed.completed := feed.completed + task.completed::integer;
    end if;
end
$$;

-- Remembers what a request with this key has done. Each key that is made removes two that are older than a day.
create function remember_key(
    owner_id uuid, request_key text, request_fingerprint text, ids uuid[], versions integer[], moment timestamptz)
    returns void
    language plpgsql as $$
begin
    delete from idempotency_keys where (user_id, key) in (
        select user_id, key from idempotency_keys
        where created_at < now() - interval '24 hours' order by created_at limit 2
        for update skip locked);
    insert into idempotency_keys (user_id, key, fingerprint, task_ids, versions, created_at)
    values (owner_id, request_key, request_fingerprint, ids, versions, moment)
    on conflict (user_id, key) do update
    set fingerprint = excluded.fingerprint, task_ids = excluded.task_ids, versions = excluded.versions,
        created_at = excluded.created_at;
end
$$;

-- Writes a user's tasks, one operation after the other. An operation is a JSON object of `op` (create, edit, toggle or
-- delete), `id`, `versions` (the ones at which it may happen, or null) and `task` (all of a new one, or a merge patch).
-- Each row is what one operation did: the task as it is now, or was last.
--
-- Stops at the first operation that can't be done. If that is the very first one, nothing was written, and its `failure` is
-- the only row. Otherwise the function raises SQLSTATE TD001, with the failure as message and the place as detail, which
-- undoes the operations before. A key that was used in the last 24 hours writes nothing: the rows say what was done then,
-- each with the task as it is now.
create function write_tasks(
    owner_id uuid, operations jsonb, request_key text, request_fingerprint text, quota integer)
    returns table (place integer, failure text, repeated boolean, task_id uuid, task_version integer,
                   moment timestamptz, task tasks)
    language plpgsql as $$
declare
    feed task_feeds := locked_feed(owner_id);
    earlier idempotency_keys;
    done record;
    ids uuid[] := '{}';
    versions integer[] := '{}';
begin
    repeated := false;
    if request_key is not null then
        select * into earlier from idempotency_keys as k
        where k.user_id = owner_id and k.key = request_key and k.created_at >= now() - interval '24 hours';
        if found and earlier.fingerprint <> request_fingerprint then
            failure := 'IDEMPOTENCY_KEY_REUSED';
            return next;
            return;
        elsif found then
            return query
            select n::integer - 1, null, true, first.id, first.version, earlier.created_at, tasks
            from unnest(earlier.task_ids, earlier.versions) with ordinality as first (id, version, n)
                 left join tasks on tasks.id = first.id and tasks.user_id = owner_id
            order by n;
            return;
        end if;
    end if;

    for number in 0 .. jsonb_array_length(operations) - 1 loop
        select * into done from apply_operation(operations -> number, quota, feed);
        place := number;
        failure := done.failure;
        task := done.task;
        if failure is not null and number > 0 then
            raise '%', failure using errcode = 'TD001', detail = number;
        elsif failure is not null then
            return next;
            return;
        end if;
        feed := done.feed;
        task_id := task.id;
        task_version := task.version;
        moment := feed.changed_at;
        ids := ids || task_id;
        versions := versions || task_version;
        return next;
    end loop;

    update task_feeds as f
    set changed_at = feed.changed_at, forgotten = feed.forgotten, pending = feed.pending, completed = feed.completed
    where f.user_id = owner_id;
    if request_key is not null then
        perform remember_key(owner_id, request_key, request_fingerprint, ids, versions, feed.changed_at);
    end if;
end
$$;

-- The same for a batch: whichever operation can't be done, its `failure` and `place` are the only row, and nothing has
-- been written.
create function write_tasks_or_none(
    owner_id uuid, operations jsonb, request_key text, request_fingerprint text, quota integer)
    returns table (place integer, failure text, repeated boolean, task_id uuid, task_version integer,
                   moment timestamptz, task tasks)
    language plpgsql as $$
declare
    failed_at text;
begin
    return query select * from write_tasks(owner_id, operations, request_key, request_fingerprint, quota);
exception when sqlstate 'TD001' then
    get stacked diagnostics failure = message_text, failed_at = pg_exception_detail;
    place := failed_at;
    return next;
end
$$;
