package todo.tasks;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import todo.http.Choices;

/// A page for lists whose filters no index serves: one pass over the owner's tasks finds, counts and sorts the matches.
/// Reading them costs more than testing whether a filter was given, so one text serves all filters. A search without a
/// word looks for a dash, which no folded text has.
final class SqlTaskScan {
    private static final String FOUND = """
            found as materialized (
                select id, %s as key from tasks
                where user_id = (select :owner::uuid from admitted)
                  and completed = any(:statuses::boolean[])
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

    private SqlTaskScan() {}

    /// The common table expressions `total` and `page`.
    static String page(TaskQuery asked) {
        var order = asked.order();
        return FOUND.replace("%s", asked.sort().key(order))
                + """
                page as (
                    select tasks.*, place
                    from (select id, row_number() over (order by key %1$s, id %1$s) as place from found
                          where %2$s
                          order by place
                          limit :limit + 1 offset :offset) as found
                         join tasks using (id)
                )""".formatted(order, asked.cursor() == null ? "true" : behindCursor(asked.sort(), order));
    }

    static Query bind(Query query, TaskFilter filter) {
        return query.bind("statuses", filter.statuses().toArray(Boolean[]::new))
                .bind("priorities", priorities(filter.priorities()))
                .bind("search", filter.search())
                .bind("dueBefore", filter.dueBefore())
                .bind("dueAfter", filter.dueAfter())
                .bind("overdue", filter.overdue())
                .bind("mostCounted", TaskPage.MOST_COUNTED);
    }

    private static String behindCursor(Sort sort, Order order) {
        return "(key, id) %s (%s, :afterId)".formatted(order.comparison(), sort.keyOfCursor(order));
    }

    /// As the text of a PostgreSQL array. The driver prepares a statement anew when the type of a parameter changes,
    /// and only a null text has the same type as a text.
    private static @Nullable String priorities(List<Priority> priorities) {
        return priorities.isEmpty()
                ? null
                : priorities.stream().map(Choices::spelled).collect(joining(",", "{", "}"));
    }
}
