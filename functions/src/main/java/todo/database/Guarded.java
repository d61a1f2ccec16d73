package todo.database;

/// A statement behind the guard: who may have it done, and what it does.
public record Guarded(Permission permission, String sql) {
    /// With its rows in the order of this column of `result`.
    public Guarded orderedBy(String column) {
        return new Guarded(permission, sql + " order by " + column);
    }
}
