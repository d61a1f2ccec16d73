package todo.tasks;

/// Either way, what has no date comes last.
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

    /// The operator between what comes later and what came before.
    String comparison() {
        return comparison;
    }

    /// The moment that sorts behind all others.
    String last() {
        return last;
    }

    /// The id that sorts before all others.
    String beforeAllIds() {
        return beforeAllIds;
    }
}
