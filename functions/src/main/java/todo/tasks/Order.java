package todo.tasks;

/// Either way, what has no date comes last.
enum Order {
    ASC(">", "infinity"),
    DESC("<", "-infinity");

    private final String comparison;
    private final String last;

    Order(String comparison, String last) {
        this.comparison = comparison;
        this.last = last;
    }

    /// The operator between what comes later and what came before.
    String comparison() {
        return comparison;
    }

    /// The moment that sorts behind all others.
    String last() {
        return last;
    }
}
