package todo.tasks.list;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/// Reads a page in the order of an index, for lists that are filtered by status only. Every index starts with
/// the owner and `completed`, so a list of both statuses scans two ranges and merges them. Tasks without a due
/// date come last in both orders and need a scan of their own. A page with an offset skips index entries
/// without reading tasks. The total is stored in the owner's row of `task_feeds`.
final class SqlIndexedTasks {
    private final Sort sort;
    private final Order order;
    private final boolean isOneStatus;
    private final boolean hasCursor;
    private final boolean hasOffset;

    private SqlIndexedTasks(TaskQuery query) {
        this.sort = query.sort();
        this.order = query.order();
        this.isOneStatus = query.filter().completedValues().size() == 1;
        this.hasCursor = query.cursor() != null;
        this.hasOffset = query.offset() > 0;
    }

    /// Returns the common table expressions `total` and `page`.
    static String page(TaskQuery query) {
        var tasks = new SqlIndexedTasks(query);
        return tasks.total()
                + (query.sort() == Sort.DUE_DATE ? tasks.foundByDueDate() : tasks.foundByKey())
                + tasks.page();
    }

    private String total() {
        return """
                total as (
                    select coalesce(%s, 0) as counted
                    from (select from admitted) as one left join task_feeds on user_id = :owner
                ),
                """.formatted(
                        isOneStatus ? "case when :completed then completed else pending end" : "pending + completed");
    }

    private String foundByKey() {
        return """
                found as (
                    select * from (%s) as tasks
                    order by %s
                    limit :limit + 1 offset :offset
                ),
                """.formatted(scan(afterCursor()), orderBy(""));
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
                        scan("due_date is not null and " + afterCursor()),
                        scan("due_date is null and " + afterUndatedCursor()),
                        orderBy(""),
                        orderBy(" nulls last"));
    }

    private String page() {
        return """
                page as (
                    select tasks.*, row_number() over (order by %s) as place from %s
                )""".formatted(
                        "tasks.%s %s nulls last, tasks.id %2$s".formatted(sort.column(), order),
                        hasOffset ? "found join tasks using (id)" : "found as tasks");
    }

    /// Returns a query of the owner's tasks that meet the condition, with one index range per status.
    private String scan(String condition) {
        return (isOneStatus ? Stream.of("completed = :completed") : Stream.of("not completed", "completed"))
                .map(status -> """
                        (select %s from tasks
                         where user_id = (select :owner::uuid from admitted) and %s and %s
                         order by %s)""".formatted(hasOffset ? "id, " + sort.column() : "*", status, condition, orderBy("")))
                .collect(joining(" union all "));
    }

    private String afterCursor() {
        return hasCursor
                ? "(%s, id) %s (%s, :afterId)".formatted(sort.column(), order.comparison(), sort.cursorValue())
                : "true";
    }

    /// After a task with a due date come all tasks that have none.
    private String afterUndatedCursor() {
        return hasCursor
                ? "id %s case when :after = '' then :afterId else '%s' end::uuid"
                        .formatted(order.comparison(), order.beforeAllIds())
                : "true";
    }

    private String orderBy(String nulls) {
        return "%s %s%s, id %2$s".formatted(sort.column(), order.name(), nulls);
    }
}
