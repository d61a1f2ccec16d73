package todo.tasks;

/// In ascending order, by which lists are sorted.
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT
}
