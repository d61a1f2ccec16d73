package todo.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import todo.admin.ActiveAdmins;
import todo.testing.AccountClient;
import todo.testing.Authenticator;
import todo.testing.IdentityProvider;
import todo.testing.Links;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

/// Causes each client error that openapi.yaml documents, for each operation.
@Isolated("makes its user the only admin")
final class ClientErrorsTest {
    private final Person ada = AccountClient.ofNewUser().person();

    static Stream<Arguments> errors() {
        return DescribedOperation.allOf(ApiDocument.read()).stream()
                .flatMap(operation -> operation
                        .errors()
                        .filter(status -> isClientError(operation, status))
                        .map(status -> Arguments.of(RequestExample.of(operation), status)));
    }

    /// Excludes the 403 of a refresh, which VerifiedEmailTest covers, 410, which ExpiredCursorTest covers, 429,
    /// which ServerErrorsTest covers, and the 400 of the gateway for invalid escapes, which no HTTP client can
    /// send.
    private static boolean isClientError(DescribedOperation operation, int status) {
        var isFromGateway = operation.answer(status).pointer().toString().endsWith("/BadRequest");
        var isUnverified = status == 403 && operation.id().equals("refresh");
        return !isUnverified && status < 500 && status != 410 && status != 429 && !isFromGateway;
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("errors")
    void every_documented_client_error_occurs(RequestExample example, int status) {
        provoke(example, status).send().is(status);
    }

    private Request provoke(RequestExample example, int status) {
        return switch (status) {
            case 400 -> malformed(example);
            case 401 -> unauthenticated(example);
            case 403 -> forbidden(example);
            case 404 -> unknown(example);
            case 409 -> conflicting(example);
            case 412 -> stale(example);
            case 413 -> example.by(ada).body(" ".repeat(65_537));
            case 415 -> example.by(ada).header("Content-Type", "text/plain");
            case 422 -> reused(example);
            default -> throw new IllegalArgumentException("No request is known that causes " + status);
        };
    }

    private Request malformed(RequestExample example) {
        var path = example.operation().path();
        if (!example.body().isEmpty()) {
            return example.by(ada).body("{");
        }
        return path.contains("{")
                ? example.at(path.replaceAll("\\{\\w+}", "none")).by(ada)
                : example.at(path + "?limit=none").by(ada);
    }

    private Request unauthenticated(RequestExample example) {
        return example.operation().isPublic()
                ? example.with(example.body().replaceFirst("correct|4/0AVG7fiQ", "wrong"))
                        .by(ada)
                : example.by(ada).bearer("none");
    }

    /// Logs in to a deactivated account, or requests another user's resource or what guests may not do.
    private Request forbidden(RequestExample example) {
        if (example.operation().isPublic()) {
            Sql.run("update users set is_active = false where id = ?", ada.id());
            return example.by(ada);
        }
        var namesUser = example.operation().path().contains("{user_id}");
        return example.by(People.with(namesUser ? "user" : "guest"), ada);
    }

    private Request unknown(RequestExample example) {
        var nowhere = UUID.randomUUID().toString();
        var owner = example.operation().isForAdmins() ? "user_id" : "file";
        var path = example.operation().path().replaceAll("\\{(task_id|session_id|provider|" + owner + ")}", nowhere);
        return example.at(path)
                .with(example.body()
                        .replaceAll("\"id\":\"[^\"]+", "\"id\":\"" + nowhere)
                        .replace("google", "nowhere"))
                .by(ada);
    }

    /// Begins two-factor where it is on, verifies an email that is taken, removes the last admin, creates a
    /// task in a full account, or takes an existing username.
    private Request conflicting(RequestExample example) {
        if (example.operation().id().equals("beginTwoFactor")) {
            Authenticator.of(ada);
            return example.by(ada);
        }
        if (example.operation().id().equals("verifyEmail")) {
            return takenEmail(example);
        }
        if (example.operation().path().matches(".*/(providers|identities).*")) {
            return conflictingIdentity(example);
        }
        if (example.operation().path().contains("{user_id}/t")
                && example.operation().method().equals("POST")) {
            var request = example.by(ada);
            People.addToPendingCount(ada.id(), 100_000);
            return request;
        }
        if (example.operation().isForAdmins() || example.operation().method().equals("DELETE")) {
            ActiveAdmins.replaceBy(ada.id());
            return example.with(example.body().replace("admin", "user")).by(ada, ada);
        }
        var username = "u" + UUID.randomUUID().toString().substring(0, 12);
        Sql.run(
                "update users set username = ? where id = ?",
                username,
                People.with("user").id());
        var form = (ObjectNode) SchemaValidator.parsed(example.body());
        return example.with(form.put("username", username).toString()).by(ada);
    }

    /// Signs in with the email of an account that has not verified it, links a second identity, or unlinks the
    /// last way to sign in.
    private Request conflictingIdentity(RequestExample example) {
        var request = example.by(ada);
        Sql.run("update users set email_verified = false, password_hash = null where id = ?", ada.id());
        if (example.operation().id().equals("linkIdentity")) {
            People.link(ada, IdentityProvider.NAME);
        }
        return request;
    }

    private Request takenEmail(RequestExample example) {
        var taken = People.with("user").email();
        Sql.run("update users set pending_email = ? where id = ?", taken, ada.id());
        return example.with(Links.tokenForm(new Links(ada).verification(taken))).by(ada);
    }

    private Request stale(RequestExample example) {
        return example.with(example.body().replace("\"version\":1", "\"version\":9"))
                .by(ada)
                .header("If-Match", "\"9\"");
    }

    private Request reused(RequestExample example) {
        var first = example.by(ada).header("Idempotency-Key", "shopping");
        first.send().isSuccess();
        return first.body(example.body().replace("Buy", "Sell"));
    }
}
