package todo.tasks;

import todo.testing.Person;

/// The three routes to the same task functions.
enum TaskRoutes {
    CANONICAL("/api/v1/users/%s/tasks", "tasks"),
    SHORT("/api/%s/tasks", "tasks"),
    TODOS("/api/users/%s/todos", "todos");

    private final String path;
    private final String collection;

    TaskRoutes(String path, String collection) {
        this.path = path;
        this.collection = collection;
    }

    String path(Person owner) {
        return path.formatted(owner.id());
    }

    /// The name of the array in a list.
    String collection() {
        return collection;
    }
}
