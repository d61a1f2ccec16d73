package todo.testing;

import java.util.List;

/// One request of each operation on tasks, each on a task of its own, so that they can be sent in any order or at once,
/// and all succeed.
public final class TaskRequests {
    private TaskRequests() {}

    /// At the collection's path, of any family of routes.
    public static List<Request> of(Person person, String tasks) {
        return List.of(
                person.request("POST", tasks).json("{\"title\": \"Buy bread\"}"),
                person.request("GET", tasks),
                person.request("GET", newTask(person, tasks)),
                person.request("PUT", newTask(person, tasks)).json("{\"title\": \"Buy bread\"}"),
                person.request("PATCH", newTask(person, tasks)).json("{\"title\": \"Buy bread\"}"),
                person.request("PATCH", newTask(person, tasks) + "/complete"),
                person.request("DELETE", newTask(person, tasks)));
    }

    private static String newTask(Person person, String tasks) {
        return tasks + "/" + person.newTask("Buy milk");
    }
}
