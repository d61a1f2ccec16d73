package todo.database;

/// A statement behind the guard: who may have it done, what it does, and whether it counts as a request.
public record Guarded(Permission permission, String sql, boolean counted) {
    /// With its rows in the order of this column of `result`.
    public Guarded orderedBy(String column) {
        return new Guarded(permission, sql + " order by " + column, counted);
    }

    /// As one more of a request that has been counted: whoever got so far is not turned back half-way.
    public Guarded uncounted() {
        return new Guarded(permission, sql, false);
    }
}
