package todo.changes;

import static todo.database.Permission.LIST_CHANGES;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.database.Guard;
import todo.database.GuardedStatement;
import todo.http.Caller;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.tasks.SqlTaskRow;

/// How the tasks of the path's owner have changed, in the order of their changes.
public final class SqlChangeFeed {
    /// One snapshot: the feed's own row says how far this user's changes have come, and whether a deletion is
    /// forgotten that the cursor's holder may not know of. A cursor ahead of the feed is from a time that a
    /// restored backup knows nothing of. One row more than a page holds tells whether there is a next page.
    private static final GuardedStatement SINCE =
            Guard.behind(LIST_CHANGES, """
            feed as (
                select coalesce(:start::timestamptz, changed_at, 'epoch') as start,
                       coalesce(:position > coalesce(changed_at, 'epoch')
                           or forgotten > greatest(:position, coalesce(:start::timestamptz, changed_at)), false) as expired
                from admitted left join task_feeds on user_id = :owner
            ), followed as (
                select :owner::uuid as owner from feed where not expired
            ), page as (
                (select updated_at as at, null::uuid as deleted, tasks.* from tasks
                 where user_id = (select owner from followed) and not completed and updated_at > :position
                 order by updated_at)
                union all
                (select updated_at, null, tasks.* from tasks
                 where user_id = (select owner from followed) and completed and updated_at > :position
                 order by updated_at)
                union all
                (select deleted_at, task_id, (null::tasks).* from tombstones
                 where user_id = (select owner from followed) and deleted_at > :position
                 order by deleted_at)
                order by at
                limit :limit + 1
            ), result as (
                select start, expired, at, deleted, %s from feed left join page as tasks on true
            )""".formatted(SqlTaskRow.COLUMNS)).orderedBy("at");

    private final Guard guard;

    public SqlChangeFeed(Guard guard) {
        this.guard = guard;
    }

    /// Whoever follows from cursor to cursor skips nothing, and ends with exactly the tasks that there are.
    ///
    /// @throws Problem `CURSOR_EXPIRED` if a deletion is forgotten that the cursor's holder may not know of
    ChangePage since(Caller caller, ChangeQuery asked) {
        var since = Optional.ofNullable(asked.since());
        var rows = guard.repeatable(
                caller,
                SINCE,
                query -> query.bind("position", since.map(FeedCursor::position).orElse(Instant.EPOCH))
                        .bind("start", since.map(FeedCursor::start).orElse(null))
                        .bind("limit", asked.limit()),
                SqlChangeFeed::row);
        if (rows.getFirst().expired()) {
            throw Problem.of(ErrorCode.CURSOR_EXPIRED);
        }
        return page(
                rows,
                since.orElseGet(
                        () -> FeedCursor.begin(caller.owner(), rows.getFirst().start())),
                asked.limit());
    }

    private static ChangePage page(List<Row> rows, FeedCursor since, int limit) {
        var all = rows.stream().filter(row -> row.change() != null).toList();
        var shown = all.subList(0, Math.min(all.size(), limit));
        var next = shown.isEmpty()
                ? since
                : since.at(Objects.requireNonNull(shown.getLast().at()));
        return new ChangePage(shown.stream().map(Row::change).toList(), next.text(), all.size() > shown.size());
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        var at = row.getObject(3, OffsetDateTime.class);
        return new Row(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getBoolean(2),
                at == null ? null : at.toInstant(),
                at == null ? null : change(row, context, at.toInstant()));
    }

    private static Change change(ResultSet row, StatementContext context, Instant at) throws SQLException {
        var deleted = row.getObject(4, UUID.class);
        return deleted == null
                ? new Change.Upsert(new SqlTaskRow(5).map(row, context))
                : new Change.Delete(deleted, at);
    }

    /// A change, or none of an empty page, with the moment at which its reader began to follow.
    private record Row(
            Instant start,
            boolean expired,
            @Nullable Instant at,
            @Nullable Change change) {}
}
