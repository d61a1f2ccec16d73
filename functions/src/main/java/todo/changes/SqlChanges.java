package todo.changes;

import static todo.database.Permission.BATCH_TASKS;
import static todo.database.Permission.LIST_CHANGES;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.database.Guard;
import todo.database.Guarded;
import todo.http.Caller;
import todo.http.ErrorCode;
import todo.http.IdempotencyKey;
import todo.http.Json;
import todo.http.Problem;
import todo.tasks.SqlTaskRow;

public final class SqlChanges implements Changes {
    private static final Guarded APPLY =
            Guard.holding(BATCH_TASKS, """
            result as (
                select admitted.id, index, failure, repeated, %s
                from admitted,
                     apply_batch(admitted.id, :operations::jsonb, :key, :fingerprint) as done,
                     jsonb_populate_record(null::tasks, done.task) as tasks
            )""".formatted(SqlTaskRow.COLUMNS)).orderedBy("index");

    /// One snapshot: the feed's own row says how far this user's changes have come, and whether a deletion is
    /// forgotten that the cursor's holder may not know of. A cursor ahead of the feed is from a time that a
    /// restored backup knows nothing of. One row more than a page holds tells whether there is a next page.
    private static final Guarded SINCE =
            Guard.behind(LIST_CHANGES, """
            feed as (
                select coalesce(:start::bigint, position, 0) as start,
                       coalesce(:position > coalesce(position, 0)
                           or forgotten > greatest(:position, coalesce(:start::bigint, position)), false) as expired
                from admitted left join task_feeds on user_id = :owner
            ), current as (
                select :owner::uuid as owner from feed where not expired
            ), page as (
                (select position, null::uuid as deleted, null::timestamptz as deleted_at
                 from tasks where user_id = (select owner from current) and position > :position
                 order by position limit :limit + 1)
                union all
                (select position, task_id, deleted_at
                 from tombstones where user_id = (select owner from current) and position > :position
                 order by position limit :limit + 1)
                order by position limit :limit + 1
            ), result as (
                select start, expired, page.*, %s
                from feed
                left join page on true
                left join tasks on tasks.user_id = :owner and tasks.position = page.position
            )""".formatted(SqlTaskRow.COLUMNS)).orderedBy("position");

    private final Guard guard;

    public SqlChanges(Guard guard) {
        this.guard = guard;
    }

    @Override
    public List<Result> apply(Caller caller, List<TaskOperation> batch, Optional<IdempotencyKey> key) {
        UnaryOperator<Query> bindings = query -> query.bind("operations", Json.text(batch))
                .bind("key", key.map(IdempotencyKey::name).orElse(null))
                .bind("fingerprint", key.map(IdempotencyKey::fingerprint).orElse(null));
        var done = key.isPresent()
                ? guard.repeatable(caller, APPLY, bindings, SqlChanges::applied)
                : guard.once(caller, APPLY, bindings, SqlChanges::applied);
        return IntStream.range(0, done.size())
                .mapToObj(index -> done.get(index).result(batch.get(index)))
                .toList();
    }

    @Override
    public ChangePage since(Caller caller, ChangeQuery asked) {
        var since = Optional.ofNullable(asked.since());
        var rows = guard.repeatable(
                caller,
                SINCE,
                query -> query.bind("position", since.map(FeedCursor::position).orElse(0L))
                        .bind("start", since.map(FeedCursor::start).orElse(null))
                        .bind("limit", asked.limit()),
                SqlChanges::row);
        return page(
                rows,
                new FeedCursor(
                        caller.owner(),
                        since.map(FeedCursor::position).orElse(0L),
                        rows.getFirst().start()),
                asked.limit());
    }

    private static ChangePage page(List<Row> rows, FeedCursor since, int limit) {
        var all = rows.stream().filter(row -> row.change() != null).toList();
        var shown = all.subList(0, Math.min(all.size(), limit));
        var next = shown.isEmpty() ? since : since.at(shown.getLast().position());
        return new ChangePage(shown.stream().map(Row::change).toList(), next.text(), all.size() > shown.size());
    }

    private static Applied applied(ResultSet row, StatementContext context) throws SQLException {
        var failure = row.getString("failure");
        if (failure == null) {
            return new Applied(row.getBoolean("repeated"), new SqlTaskRow(5).map(row, context));
        }
        var problem = Problem.of(ErrorCode.valueOf(failure));
        var index = row.getObject("index", Integer.class);
        throw index == null ? problem : problem.and("index", index);
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        if (row.getBoolean("expired")) {
            throw Problem.of(ErrorCode.CURSOR_EXPIRED);
        }
        return new Row(row.getLong("start"), row.getLong("position"), change(row, context));
    }

    private static @Nullable Change change(ResultSet row, StatementContext context) throws SQLException {
        var deletedAt = row.getObject("deleted_at", OffsetDateTime.class);
        if (deletedAt != null) {
            return new Change.Delete(row.getObject("deleted", UUID.class), deletedAt.toInstant());
        }
        return row.getObject("position") == null ? null : new Change.Upsert(new SqlTaskRow(6).map(row, context));
    }

    /// A change, or none of an empty page, with the place in the feed where its reader began to follow it.
    private record Row(long start, long position, @Nullable Change change) {}
}
