package todo.bench.measure;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import todo.testing.People;
import todo.testing.Person;

/// Users whose requests alternate, so that none reaches the rate limit.
public record BenchmarkUsers(List<UserWithTasks> users) {
    /// Registers users with a number of tasks each.
    public static BenchmarkUsers of(int count, int tasks) {
        return new BenchmarkUsers(IntStream.range(0, count)
                .mapToObj(_ -> UserWithTasks.with(tasks))
                .toList());
    }

    public Person person(int request) {
        return user(request).person();
    }

    /// Returns a task of the request's user; successive requests of a user get different tasks.
    public UUID task(int request) {
        var tasks = user(request).tasks();
        return tasks.get(request / users.size() % tasks.size());
    }

    private UserWithTasks user(int request) {
        return users.get(request % users.size());
    }

    record UserWithTasks(Person person, List<UUID> tasks) {
        private static final String CREATION = """
                {"op": "create", "task": {"title": "Call the dentist about visit %d", "priority": "high"}}""";

        static UserWithTasks with(int tasks) {
            var person = People.with("user");
            var creations = IntStream.range(0, tasks).mapToObj(CREATION::formatted);
            var batch = creations.collect(Collectors.joining(", ", "{\"operations\": [", "]}"));
            var created = person.post(person.tasks() + "/batch", batch).is(200).json();
            return new UserWithTasks(
                    person,
                    created.findValues("task").stream()
                            .map(task -> UUID.fromString(task.path("id").asText()))
                            .toList());
        }
    }
}
