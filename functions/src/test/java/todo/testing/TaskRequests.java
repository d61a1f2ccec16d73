package todo.testing;

import java.util.List;
import java.util.stream.Stream;

/// One request of each operation on tasks, each on a task of its own, so that they can be sent in any order or
/// at once, and all succeed. `tasks` is the collection's path, of any family of routes.
public final class TaskRequests {
    private TaskRequests() {}

    public static List<Request> all(Person person, String tasks) {
        return Stream.of(repeatable(person, tasks), changes(person, tasks))
                .flatMap(List::stream)
                .toList();
    }

    /// Those that come to the same when their statement runs twice.
    public static List<Request> repeatable(Person person, String tasks) {
        return List.of(
                person.request("POST", tasks).json("{\"title\": \"Buy bread\"}"),
                person.request("GET", tasks),
                person.request("GET", newTask(person, tasks)));
    }

    /// Those that change a task: done twice is not the same as done once.
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
