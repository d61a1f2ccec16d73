package todo.contract;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Api;
import todo.testing.OpenToken;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

/// Sends what openapi.yaml gives as examples, with someone real in place of Ada: each must succeed, on every route.
final class EveryOperationTest {
    private static final Api API = Api.shared();
    private static final Person ALICE = API.newPerson();
    private static final Person ADMIN = API.newPerson();

    static List<Operation> operations() {
        Sql.run("update users set role = 'admin' where id = ?", ADMIN.id());
        return Operation.allOf(Document.read());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_example_can_be_sent(Operation operation) {
        var contents = operation.here().at("requestBody", "content").members();
        contents.forEach((type, content) -> content.at("examples")
                .members()
                .values()
                .forEach(example -> {
                    var body = example.at("value").json().toString();
                    succeeds(operation, type, body);
                }));
        if (!operation.here().at("requestBody").json().path("required").asBoolean()) {
            request(operation, ada(operation)).send().isSuccess();
        }
    }

    private static void succeeds(Operation operation, String type, String body) {
        var ada = ada(operation);
        var username = "u" + UUID.randomUUID().toString().substring(0, 12);
        Sql.run("update users set username = ? where id = ?", username, ada.id());
        var isNew = operation.id().startsWith("register");
        var real = body.replace("ada@example.org", isNew ? Api.newEmail() : ada.email())
                .replace("ada.king@example.org", Api.newEmail())
                .replace("\"username\":\"ada\"", "\"username\":\"" + (isNew ? "new-" : "") + username + "\"")
                .replace("0199a3f3-8e31-7d6f-9c74-5ba03f9e8d7c", task(ada))
                .replace("0199a3f4-9f42-7e80-ad85-6cb14fafae8d", task(ada));
        request(operation, ada).header("Content-Type", type).body(real).send().isSuccess();
    }

    private static Request request(Operation operation, Person ada) {
        var path = operation
                .path()
                .replace("{user_id}", ada.id().toString())
                .replace("{task_id}", task(ada))
                .replace(
                        "{session_id}",
                        OpenToken.of(ada.token()).claims().path("sid").asText())
                .replace("{file}", "docs.css");
        var request = API.request(operation.method(), path);
        if (operation.isForAnyone()) {
            return request;
        }
        return request.as(isForAdmins(operation) ? ADMIN : ada);
    }

    /// Someone new where more than tasks may be changed.
    private static Person ada(Operation operation) {
        var isSafe = operation.path().matches(".*/(tasks|todos)\\b.*")
                || operation.method().equals("GET");
        return isSafe ? ALICE : API.newPerson();
    }

    private static boolean isForAdmins(Operation operation) {
        return operation.here().at("tags").json().path(0).asText().equals("Administration");
    }

    private static String task(Person person) {
        return person.newTask("Buy milk").toString();
    }
}
