package todo.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.AccountClient;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

/// Asks each operation for each error that openapi.yaml says it answers when its caller is at fault.
final class EveryErrorTest {
    private final Person ada = AccountClient.ofNewUser().person();

    static Stream<Arguments> errors() {
        return Operation.allOf(Document.read()).stream()
                .flatMap(operation -> operation
                        .errors()
                        .filter(status -> isTheCallers(operation, status))
                        .map(status -> Arguments.of(Example.of(operation), status)));
    }

    /// Without what ExpiredCursorTest shows, and what no HTTP client can send: escapes that the gateway
    /// refuses.
    private static boolean isTheCallers(Operation operation, int status) {
        var isTheGateways = operation.answer(status).pointer().toString().endsWith("/BadRequest");
        return status < 500 && status != 410 && status != 429 && !isTheGateways;
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("errors")
    void every_error_of_a_caller_is_answered(Example example, int status) {
        provoke(example, status).send().is(status);
    }

    private Request provoke(Example example, int status) {
        return switch (status) {
            case 400 -> malformed(example);
            case 401 -> unauthenticated(example);
            case 403 -> forbidden(example);
            case 404 -> lost(example);
            case 409 -> conflicting(example);
            case 412 -> outdated(example);
            case 413 -> example.by(ada).body(" ".repeat(65_537));
            case 415 -> example.by(ada).header("Content-Type", "text/plain");
            case 422 -> reused(example);
            default -> throw new IllegalArgumentException("Nobody knows how to provoke a " + status);
        };
    }

    private Request malformed(Example example) {
        var path = example.operation().path();
        if (!example.body().isEmpty()) {
            return example.by(ada).body("{");
        }
        return path.contains("{")
                ? example.at(path.replaceAll("\\{\\w+}", "none")).by(ada)
                : example.at(path + "?limit=none").by(ada);
    }

    private Request unauthenticated(Example example) {
        return example.operation().isForAnyone()
                ? example.with(example.body().replace("correct", "wrong")).by(ada)
                : example.by(ada).bearer("none");
    }

    /// A log-in of someone deactivated, what is another's, or what no guest may do.
    private Request forbidden(Example example) {
        if (example.operation().isForAnyone()) {
            Sql.run("update users set is_active = false where id = ?", ada.id());
            return example.by(ada);
        }
        var isOthers = example.operation().path().contains("{user_id}");
        return example.by(People.with(isOthers ? "user" : "guest"), ada);
    }

    private Request lost(Example example) {
        var nowhere = UUID.randomUUID().toString();
        var owner = example.operation().isForAdmins() ? "user_id" : "file";
        var path = example.operation().path().replaceAll("\\{(task_id|session_id|" + owner + ")}", nowhere);
        return example.at(path)
                .with(example.body().replaceAll("\"id\":\"[^\"]+", "\"id\":\"" + nowhere))
                .by(ada);
    }

    /// The last admin's end, a full account, or a username that is taken.
    private Request conflicting(Example example) {
        if (example.operation().path().contains("{user_id}/t")
                && example.operation().method().equals("POST")) {
            var request = example.by(ada);
            People.addToPendingCount(ada.id(), 100_000);
            return request;
        }
        if (example.operation().isForAdmins() || example.operation().method().equals("DELETE")) {
            Sql.run("update users set role = 'user' where role = 'admin'");
            Sql.run("update users set role = 'admin' where id = ?", ada.id());
            return example.with(example.body().replace("admin", "user")).by(ada, ada);
        }
        var username = "u" + UUID.randomUUID().toString().substring(0, 12);
        Sql.run(
                "update users set username = ? where id = ?",
                username,
                People.with("user").id());
        var form = (ObjectNode) Schemas.parsed(example.body());
        return example.with(form.put("username", username).toString()).by(ada);
    }

    private Request outdated(Example example) {
        return example.with(example.body().replace("\"version\":1", "\"version\":9"))
                .by(ada)
                .header("If-Match", "\"9\"");
    }

    private Request reused(Example example) {
        var first = example.by(ada).header("Idempotency-Key", "shopping");
        first.send().isSuccess();
        return first.body(example.body().replace("Buy", "Sell"));
    }
}
