package todo.tasks;

import todo.testing.Person;

/// The three families of routes to the same functions.
enum Family {
    CANONICAL("/api/v1/users/%s/tasks", "tasks"),
    SHORT("/api/%s/tasks", "tasks"),
    TODOS("/api/users/%s/todos", "todos");

    private final String path;
    private final String collection;

    Family(String path, String collection) {
        this.path = path;
        this.collection = collection;
    }

    String path(Person owner) {
        return path.formatted(owner.id());
    }

    /// What a list names its elements.
    String collection() {
        return collection;
    }
}
