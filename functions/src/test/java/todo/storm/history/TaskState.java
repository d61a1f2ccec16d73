package todo.storm.history;

/// A task at one moment, as far as the checker compares it.
public record TaskState(int version, String title, boolean completed) {
    /// Before the task's creation and after its deletion.
    public static final TaskState ABSENT = new TaskState(0, "", false);

    public boolean exists() {
        return version > 0;
    }

    TaskState next(String title, boolean completed) {
        return new TaskState(version + 1, title, completed);
    }

    @Override
    public String toString() {
        return exists() ? "version %d \"%s\"%s".formatted(version, title, completed ? " completed" : "") : "absent";
    }
}
