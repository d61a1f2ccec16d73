package todo.tasks.list;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import todo.tasks.Priority;
import todo.values.Choices;

/// Reads a page of lists whose filters have no index: one scan of the owner's tasks finds, counts and sorts the
/// matches. Reading the tasks takes longer than testing which filters were requested, so one text serves all
/// filters. A search without a word searches for a dash, which no folded text contains, and finds nothing.
final class SqlFilteredTasks {
    private static final String FOUND = """
            found as materialized (
                select id, %s as key from tasks
                where user_id = (select :owner::uuid from admitted)
                  and completed = any(:completedValues::boolean[])
                  and (:priorities::priority[] is null or priority = any(:priorities::priority[]))
                  and (:dueBefore::timestamptz is null or due_date < :dueBefore::timestamptz)
                  and (:dueAfter::timestamptz is null or due_date > :dueAfter::timestamptz)
                  and (not :overdue or due_date < now())
                  and (:search::text is null or search like all (array(
                      select '% ' || word || '%'
                      from string_to_table(coalesce(nullif(btrim(fold(:search)), ''), '-'), ' ') as word)))
            ), total as (
                select count(*) as counted from (select from found limit :mostCounted + 1) as counted
            ),
            """;

    private SqlFilteredTasks() {}

    /// Returns the common table expressions `total` and `page`.
    static String page(TaskQuery query) {
        var order = query.order();
        return FOUND.replace("%s", query.sort().key(order))
                + """
                page as (
                    select tasks.*, place
                    from (select id, row_number() over (order by key %1$s, id %1$s) as place from found
                          where %2$s
                          order by place
                          limit :limit + 1 offset :offset) as found
                         join tasks using (id)
                )""".formatted(order, query.cursor() == null ? "true" : afterCursor(query.sort(), order));
    }

    static Query bind(Query query, TaskFilter filter) {
        return query.bind("completedValues", filter.completedValues().toArray(Boolean[]::new))
                .bind("priorities", priorities(filter.priorities()))
                .bind("search", filter.search())
                .bind("dueBefore", filter.dueBefore())
                .bind("dueAfter", filter.dueAfter())
                .bind("overdue", filter.overdue())
                .bind("mostCounted", TaskPage.MOST_COUNTED);
    }

    private static String afterCursor(Sort sort, Order order) {
        return "(key, id) %s (%s, :afterId)".formatted(order.comparison(), sort.cursorKey(order));
    }

    /// Returns a PostgreSQL array as text. The driver prepares a statement again when a parameter's type
    /// changes, and a null array has another type than an array, while a null text has the type of a text.
    private static @Nullable String priorities(List<Priority> priorities) {
        return priorities.isEmpty()
                ? null
                : priorities.stream().map(Choices::spelled).collect(joining(",", "{", "}"));
    }
}
