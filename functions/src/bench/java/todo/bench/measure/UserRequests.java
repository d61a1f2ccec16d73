package todo.bench.measure;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import todo.testing.Person;
import todo.testing.Request;

/// HTTP requests of one user, for one of their tasks.
public record UserRequests(URI api, Person person, UUID task, int number) {
    private static final String TASK = "{\"title\": \"Call the dentist about visit %d\", \"priority\": \"high\"}";

    public static UserRequests of(URI api, BenchmarkUsers users, int number) {
        return new UserRequests(api, users.person(number), users.task(number), number);
    }

    public Request get() {
        return request("GET", person.task(task));
    }

    public Request list() {
        return request("GET", person.tasks());
    }

    public Request create() {
        return request("POST", person.tasks()).json(TASK.formatted(number));
    }

    public Request createOnce() {
        return create().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public Request createHundred() {
        var operations = IntStream.range(0, 100)
                .mapToObj(index -> "{\"op\": \"create\", \"task\": " + TASK.formatted(index) + "}")
                .collect(Collectors.joining(", "));
        return request("POST", person.tasks() + "/batch").json("{\"operations\": [" + operations + "]}");
    }

    public Request toggle() {
        return request("PATCH", person.task(task) + "/complete");
    }

    public Request change() {
        return request("PATCH", person.task(task)).json("{\"title\": \"Visit %d\"}".formatted(number));
    }

    public Request delete() {
        return request("DELETE", person.task(task));
    }

    private Request request(String method, String path) {
        return new Request(method, api.resolve(path), Map.of(), null).as(person);
    }
}
