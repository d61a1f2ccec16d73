package todo.testing;

/// Stored idempotency keys, which expire after a day.
public final class IdempotencyKeys {
    private IdempotencyKeys() {}

    /// Makes a key older.
    ///
    /// @param interval in PostgreSQL's format, such as `2 hours`
    public static void age(String key, String interval) {
        Sql.run("update idempotency_keys set created_at = created_at - ?::interval where key = ?", interval, key);
    }
}
