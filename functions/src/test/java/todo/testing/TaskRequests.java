package todo.testing;

import java.util.List;
import java.util.stream.Stream;

/// One request for each operation on tasks. Each has its own task, so all succeed in any order and
/// concurrently. `tasks` is the path of the collection on any of the routes.
public final class TaskRequests {
    private TaskRequests() {}

    public static List<Request> all(Person person, String tasks) {
        return Stream.of(repeatable(person, tasks), changes(person, tasks))
                .flatMap(List::stream)
                .toList();
    }

    /// Requests whose statement has the same effect when it is executed twice.
    public static List<Request> repeatable(Person person, String tasks) {
        return List.of(
                person.request("POST", tasks).json("{\"title\": \"Buy bread\"}"),
                person.request("GET", tasks),
                person.request("GET", newTask(person, tasks)));
    }

    /// Requests that change a task, whose statement must be executed only once.
    public static List<Request> changes(Person person, String tasks) {
        return List.of(
                person.request("PUT", newTask(person, tasks)).json("{\"title\": \"Buy bread\"}"),
                person.request("PATCH", newTask(person, tasks)).json("{\"title\": \"Buy bread\"}"),
                person.request("PATCH", newTask(person, tasks) + "/complete"),
                person.request("DELETE", newTask(person, tasks)));
    }

    private static String newTask(Person person, String tasks) {
        return tasks + "/" + person.newTask("Buy milk");
    }
}
