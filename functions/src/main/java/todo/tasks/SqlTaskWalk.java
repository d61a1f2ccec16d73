package todo.tasks;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/// A page along an index, for lists that ask for a status at most. Every index begins with the owner and
/// `completed`, so a list of both statuses walks two parts of it and merges them. Tasks without a due date come
/// last in both orders, by a walk of their own. A page far from the start skips index entries alone. The total is
/// kept in the feed's row.
final class SqlTaskWalk {
    private final Sort sort;
    private final Order order;
    private final boolean hasStatus;
    private final boolean isBehindCursor;
    private final boolean skips;

    private SqlTaskWalk(TaskQuery asked) {
        this.sort = asked.sort();
        this.order = asked.order();
        this.hasStatus = asked.filter().statuses().size() == 1;
        this.isBehindCursor = asked.cursor() != null;
        this.skips = asked.offset() > 0;
    }

    /// The common table expressions `total` and `page`.
    static String page(TaskQuery asked) {
        var walk = new SqlTaskWalk(asked);
        return walk.total() + (asked.sort() == Sort.DUE_DATE ? walk.foundByDueDate() : walk.foundByKey()) + walk.page();
    }

    private String total() {
        return """
                total as (
                    select coalesce(%s, 0) as counted
                    from (select from admitted) as one left join task_feeds on user_id = :owner
                ),
                """.formatted(hasStatus ? "case when :status then completed else pending end" : "pending + completed");
    }

    private String foundByKey() {
        return """
                found as (
                    select * from (%s) as tasks
                    order by %s
                    limit :limit + 1 offset :offset
                ),
                """.formatted(walk(behindCursor()), orderBy(""));
    }

    private String foundByDueDate() {
        return """
                dated as (
                    select * from (%1$s) as tasks
                    order by %3$s
                    limit :offset + :limit + 1
                ), undated as (
                    select * from (%2$s) as tasks
                    order by %3$s
                    limit :offset + :limit + 1 - (select count(*) from dated)
                ), found as (
                    select * from (select * from dated union all select * from undated) as tasks
                    order by %4$s
                    limit :limit + 1 offset :offset
                ),
                """.formatted(
                        walk("due_date is not null and " + behindCursor()),
                        walk("due_date is null and " + behindUndatedCursor()),
                        orderBy(""),
                        orderBy(" nulls last"));
    }

    private String page() {
        return """
                page as (
                    select tasks.*, row_number() over (order by %s) as place from %s
                )""".formatted(
                        "tasks.%s %s nulls last, tasks.id %2$s".formatted(sort.column(), order),
                        skips ? "found join tasks using (id)" : "found as tasks");
    }

    /// All of the owner's tasks that meet the condition, in two parts unless one status is asked for.
    private String walk(String condition) {
        return (hasStatus ? Stream.of("completed = :status") : Stream.of("not completed", "completed"))
                .map(status -> """
                        (select %s from tasks
                         where user_id = (select :owner::uuid from admitted) and %s and %s
                         order by %s)""".formatted(skips ? "id, " + sort.column() : "*", status, condition, orderBy("")))
                .collect(joining(" union all "));
    }

    private String behindCursor() {
        return isBehindCursor
                ? "(%s, id) %s (%s, :afterId)".formatted(sort.column(), order.comparison(), sort.columnOfCursor())
                : "true";
    }

    /// Behind any task with a due date come all that have none.
    private String behindUndatedCursor() {
        return isBehindCursor
                ? "id %s case when :after = '' then :afterId else '%s' end::uuid"
                        .formatted(order.comparison(), order.beforeAllIds())
                : "true";
    }

    private String orderBy(String nulls) {
        return "%s %s%s, id %2$s".formatted(sort.column(), order.name(), nulls);
    }
}
