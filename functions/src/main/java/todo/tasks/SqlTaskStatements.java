package todo.tasks;

import static todo.database.Permission.CHANGE_TASK;
import static todo.database.Permission.COMPLETE_TASK;
import static todo.database.Permission.CREATE_TASK;
import static todo.database.Permission.DELETE_TASK;
import static todo.database.Permission.GET_TASK;
import static todo.database.Permission.REPLACE_TASK;

import todo.database.Guard;
import todo.database.Guarded;
import todo.database.Permission;

/// What is asked of the database about one task.
final class SqlTaskStatements {
    static final Guarded FIND = Guard.behind(GET_TASK, """
            result as (
                select %s from tasks
                where id = :id and user_id = (select :owner::uuid from admitted)
            )""".formatted(SqlTaskRow.COLUMNS));

    /// A key that is there already gives the task as it was first answered: all of it is in the request, which is
    /// the same, but for the id and the time, which were stored with the key. A key older than a day counts as
    /// new. Turns are not told by time: who claimed a key first may have started later.
    static final Guarded CREATE = Guard.holding(CREATE_TASK, """
            claimed as (
                insert into idempotency_keys as k (user_id, key, fingerprint, task_id, created_at)
                select :owner::uuid, :key, :fingerprint, :id::uuid, now() from admitted where :key::text is not null
                on conflict (user_id, key) do update set (fingerprint, task_id, created_at) = (
                    select fingerprint, task_id, created_at
                    from (values (1, k.fingerprint, k.task_id, k.created_at),
                                 (2, excluded.fingerprint, excluded.task_id, excluded.created_at))
                             as claim (turn, fingerprint, task_id, created_at)
                    where created_at >= now() - interval '24 hours'
                    order by turn limit 1)
                returning task_id, created_at, fingerprint = :fingerprint as same_request
            ), request as (
                select * from claimed
                union all
                select :id::uuid, now(), true from admitted where :key::text is null
            ), feed as (
                insert into task_feeds as f (user_id, position)
                select :owner::uuid, 1 from request where task_id = :id
                on conflict (user_id) do update set position = f.position + 1
                returning position
            ), made as (
                insert into tasks (id, user_id, title, description, priority, due_date,
                                   created_at, updated_at, completed_at, position)
                select task_id, :owner::uuid, :title, :description, :priority::priority, :due::timestamptz,
                       created_at, created_at, case when :completed then created_at end, position
                from request, feed
                on conflict (id) do update set id = excluded.id
                returning created_at
            ), result as (
                select task_id, :owner::uuid, :title::text, :description::text, :priority::priority, :due::timestamptz,
                       at, at, case when :completed then at end, 1, same_request
                from request left join made on true, coalesce(made.created_at, request.created_at) as at
            )""");

    static final Guarded REPLACE = edit(REPLACE_TASK, """
            title = :title,
            description = :description,
            priority = :priority::priority,
            due_date = :due::timestamptz,
            completed_at = case when :completed then coalesce(tasks.completed_at, now()) end""");

    static final Guarded CHANGE = edit(CHANGE_TASK, """
            title = coalesce(:title, tasks.title),
            description = case when not :clearsDescription then coalesce(:description, tasks.description) end,
            priority = coalesce(:priority::priority, tasks.priority),
            due_date = case when not :clearsDue then coalesce(:due::timestamptz, tasks.due_date) end,
            completed_at = case when coalesce(:completed::boolean, tasks.completed)
                                then coalesce(tasks.completed_at, now()) end""");

    static final Guarded COMPLETE = edit(COMPLETE_TASK, """
            completed_at = case when coalesce(:completed::boolean, not tasks.completed)
                                then coalesce(tasks.completed_at, now()) end""");

    static final Guarded DELETE = onTarget(DELETE_TASK, """
            buried as (
                insert into tombstones (user_id, position, task_id)
                select user_id, position, id from target, feed
            ), done as (
                delete from tasks using feed where tasks.id = :id
                returning %s
            )""".formatted(SqlTaskRow.COLUMNS));

    private SqlTaskStatements() {}

    private static Guarded edit(Permission permission, String assignments) {
        return onTarget(permission, """
                done as (
                    update tasks set
                        %s,
                        version = tasks.version + 1,
                        position = feed.position,
                        updated_at = greatest(tasks.updated_at, now())
                    from feed where tasks.id = :id
                    returning %s
                )""".formatted(assignments, SqlTaskRow.COLUMNS));
    }

    /// Locks the task as it is now, whoever was faster. `feed` has a row only if the task is there and at a
    /// version that the caller allows; `found` tells the one from the other when it has none.
    private static Guarded onTarget(Permission permission, String work) {
        return Guard.holding(permission, """
                target as (
                    select id, user_id, version from tasks
                    where id = :id and user_id = (select :owner::uuid from admitted)
                    for update
                ), feed as (
                    insert into task_feeds as f (user_id, position)
                    select user_id, 1 from target
                    where :versions::integer[] is null or version = any(:versions::integer[])
                    on conflict (user_id) do update set position = f.position + 1
                    returning position
                ), %s, result as (
                    select exists (select from target) as found, done.* from (select) as one left join done on true
                )""".formatted(work));
    }
}
