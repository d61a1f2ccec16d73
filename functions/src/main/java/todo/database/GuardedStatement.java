package todo.database;

/// A statement behind the guard.
///
/// @param permission who may have it done
/// @param sql the guard and the work, with named parameters
/// @param cost how many requests it counts as, 0 for a further statement of one that is counted already
/// @param touchesSession whether the guard notes the use of the caller's session, which no work that changes it allows
public record GuardedStatement(Permission permission, String sql, int cost, boolean touchesSession) {
    public GuardedStatement permitting(Permission other) {
        return new GuardedStatement(other, sql, cost, touchesSession);
    }

    /// With its rows in the order of this column of `result`.
    public GuardedStatement orderedBy(String column) {
        return new GuardedStatement(permission, sql + " order by " + column, cost, touchesSession);
    }

    /// As a further statement of a request that is counted already: whoever got so far is not turned back half-way.
    public GuardedStatement uncounted() {
        return costing(0);
    }

    public GuardedStatement costing(int requests) {
        return new GuardedStatement(permission, sql, requests, touchesSession);
    }

    /// For work that changes or ends the caller's own session: a row can be written only once in a statement.
    public GuardedStatement changingSession() {
        return new GuardedStatement(permission, sql, cost, false);
    }
}
