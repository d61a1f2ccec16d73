package todo.storm.history;

import java.util.Optional;

/// What a change does to a task: the specification of the API, as far as the checker knows it.
public sealed interface Effect {
    record Create(String title, boolean completed) implements Effect {
        @Override
        public String toString() {
            return "create \"%s\"%s as".formatted(title, completed ? " completed" : "");
        }
    }

    /// Members that are empty stay as they are.
    record Edit(Optional<String> title, Optional<Boolean> completed) implements Effect {
        @Override
        public String toString() {
            return "set" + title.map(it -> " \"" + it + "\"").orElse("")
                    + completed.map(it -> it ? " completed" : " open").orElse("") + " of";
        }
    }

    record Toggle() implements Effect {
        @Override
        public String toString() {
            return "toggle";
        }
    }

    record Delete() implements Effect {
        @Override
        public String toString() {
            return "delete";
        }
    }

    default boolean creates() {
        return this instanceof Create;
    }

    default boolean deletes() {
        return this instanceof Delete;
    }

    /// Returns the task after the change, or nothing if the task can't be changed like this.
    default Optional<TaskState> on(TaskState task) {
        if (task.exists() == creates()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case Create(var title, var completed) -> TaskState.ABSENT.next(title, completed);
                    case Edit(var title, var completed) ->
                        task.next(title.orElse(task.title()), completed.orElse(task.completed()));
                    case Toggle() -> task.next(task.title(), !task.completed());
                    case Delete() -> TaskState.ABSENT;
                });
    }
}
