package todo.tasks.list;

/// Directions of sorting. Tasks without a due date come last in both.
enum Order {
    ASC(">", "infinity", "00000000-0000-0000-0000-000000000000"),
    DESC("<", "-infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final String comparison;
    private final String last;
    private final String beforeAllIds;

    Order(String comparison, String last, String beforeAllIds) {
        this.comparison = comparison;
        this.last = last;
        this.beforeAllIds = beforeAllIds;
    }

    /// The operator between later and earlier values.
    String comparison() {
        return comparison;
    }

    /// The timestamp that sorts after all others.
    String last() {
        return last;
    }

    /// The id that sorts before all others.
    String beforeAllIds() {
        return beforeAllIds;
    }
}
