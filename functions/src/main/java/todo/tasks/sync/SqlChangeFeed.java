package todo.tasks.sync;

import static todo.access.Permission.LIST_CHANGES;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.database.Columns;
import todo.tasks.SqlTaskRow;

/// The change feed of a user's tasks, in the order of the changes. See `functions/ARCHITECTURE.md`, *Order of
/// the change feed*.
public final class SqlChangeFeed {
    /// The row in `task_feeds` has the time of the latest change, and of the latest deletion that was purged. A
    /// cursor has expired if such a deletion is newer than its position. It has also expired if it is ahead of
    /// the feed, because the database was then restored from a backup. One row more than the limit is read, to
    /// know whether more follow.
    private static final GuardedStatement SINCE =
            Guard.behind(LIST_CHANGES, """
            feed as (
                select coalesce(:start::timestamptz, changed_at, 'epoch') as start,
                       coalesce(:position > coalesce(changed_at, 'epoch')
                           or forgotten > greatest(:position, coalesce(:start::timestamptz, changed_at)), false) as expired
                from admitted left join task_feeds on user_id = :owner
            ), valid_feed as (
                select :owner::uuid as owner from feed where not expired
            ), page as (
                (select updated_at as at, null::uuid as deleted, tasks.* from tasks
                 where user_id = (select owner from valid_feed) and not completed and updated_at > :position
                 order by updated_at)
                union all
                (select updated_at, null, tasks.* from tasks
                 where user_id = (select owner from valid_feed) and completed and updated_at > :position
                 order by updated_at)
                union all
                (select deleted_at, task_id, (null::tasks).* from tombstones
                 where user_id = (select owner from valid_feed) and deleted_at > :position
                 order by deleted_at)
                order by at
                limit :limit + 1
            ), result as (
                select start, expired, at, deleted, %s from feed left join page as tasks on true
            )""".formatted(SqlTaskRow.COLUMNS)).orderedBy("at");

    private final Guard guard;

    @Inject
    public SqlChangeFeed(Guard guard) {
        this.guard = guard;
    }

    /// Returns a page of changes. Clients that follow the cursors miss no change.
    ///
    /// @return nothing if the cursor has expired
    Optional<ChangePage> since(Caller caller, ChangeQuery asked) {
        var since = Optional.ofNullable(asked.since());
        var rows = guard.repeatable(
                caller,
                SINCE,
                query -> query.bind("position", since.map(FeedCursor::position).orElse(Instant.EPOCH))
                        .bind("start", since.map(FeedCursor::start).orElse(null))
                        .bind("limit", asked.limit()),
                SqlChangeFeed::row);
        if (rows.getFirst().expired()) {
            return Optional.empty();
        }
        return Optional.of(page(
                rows,
                since.orElseGet(
                        () -> FeedCursor.begin(caller.owner(), rows.getFirst().start())),
                asked.limit()));
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
        var at = Columns.optionalInstant(row, 3);
        return new Row(Columns.instant(row, 1), row.getBoolean(2), at, at == null ? null : change(row, context, at));
    }

    private static Change change(ResultSet row, StatementContext context, Instant at) throws SQLException {
        var deleted = row.getObject(4, UUID.class);
        return deleted == null
                ? new Change.Upsert(new SqlTaskRow(5).map(row, context))
                : new Change.Delete(deleted, at);
    }

    /// A change, or none if the page is empty.
    ///
    /// @param start as in [FeedCursor]
    private record Row(
            Instant start,
            boolean expired,
            @Nullable Instant at,
            @Nullable Change change) {}
}
