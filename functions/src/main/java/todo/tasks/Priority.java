package todo.tasks;

/// From least to most pressing: sorting goes by this order.
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT
}
