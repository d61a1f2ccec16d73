package todo.bench.measure;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import todo.testing.People;
import todo.testing.Person;

/// People who take turns, so that nobody reaches the limit of requests per minute.
public record Crowd(List<Member> members) {
    /// New people with so many tasks each.
    public static Crowd of(int people, int tasks) {
        return new Crowd(
                IntStream.range(0, people).mapToObj(_ -> Member.with(tasks)).toList());
    }

    public Person person(int turn) {
        return member(turn).person();
    }

    /// A task of the person whose turn it is: each of their tasks in turn.
    public UUID task(int turn) {
        var tasks = member(turn).tasks();
        return tasks.get(turn / members.size() % tasks.size());
    }

    private Member member(int turn) {
        return members.get(turn % members.size());
    }

    record Member(Person person, List<UUID> tasks) {
        private static final String CREATION = """
                {"op": "create", "task": {"title": "Call the dentist about visit %d", "priority": "high"}}""";

        static Member with(int tasks) {
            var person = People.with("user");
            var creations = IntStream.range(0, tasks).mapToObj(CREATION::formatted);
            var batch = creations.collect(Collectors.joining(", ", "{\"operations\": [", "]}"));
            var created = person.post(person.tasks() + "/batch", batch).is(200).json();
            return new Member(
                    person,
                    created.findValues("task").stream()
                            .map(task -> UUID.fromString(task.path("id").asText()))
                            .toList());
        }
    }
}
