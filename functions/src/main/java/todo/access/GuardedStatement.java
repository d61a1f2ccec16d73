package todo.access;

/// A statement that [Guard#behind] made. The methods return changed copies.
///
/// @param permission what the caller must be permitted to do
/// @param sql the guard and the work, with named parameters
/// @param cost how many requests the statement counts as
/// @param touchesSession whether the guard updates the session's time of last use
public record GuardedStatement(Permission permission, String sql, int cost, boolean touchesSession) {
    /// For another operation that does the same work.
    public GuardedStatement permitting(Permission other) {
        return new GuardedStatement(other, sql, cost, touchesSession);
    }

    /// Orders the rows.
    ///
    /// @param column columns of `result`, as in an `order by` clause
    public GuardedStatement orderedBy(String column) {
        return new GuardedStatement(permission, sql + " order by " + column, cost, touchesSession);
    }

    /// For the second statement of a request: the first has counted it.
    public GuardedStatement uncounted() {
        return costing(0);
    }

    /// For a statement that counts as several requests.
    public GuardedStatement costing(int requests) {
        return new GuardedStatement(permission, sql, requests, touchesSession);
    }

    /// For work that updates or deletes the caller's session itself: a statement can write a row only once.
    public GuardedStatement changingSession() {
        return new GuardedStatement(permission, sql, cost, false);
    }
}
