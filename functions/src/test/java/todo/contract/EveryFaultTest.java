package todo.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Request;
import todo.testing.Sql;

/// Brings about each error that openapi.yaml says an operation answers when its caller is not at fault, or is
/// in haste.
final class EveryFaultTest {
    private static final String NO_DATABASE = "postgres://nobody:nothing@localhost:1/none";
    private static final Map<String, String> ONE_REQUEST =
            Map.of("RATE_LIMIT_REGISTER", "1", "RATE_LIMIT_LOGIN", "1", "RATE_LIMIT_USER", "1");

    @AfterEach
    void nobody_has_called() {
        Sql.run("delete from rate_windows"); // all tests come from one address
    }

    /// Reading what is for anyone is limited by API Gateway alone.
    @Test
    void who_comes_too_often_is_sent_away() {
        var limited = operations(429).stream()
                .filter(operation ->
                        !operation.isForAnyone() || operation.method().equals("POST"))
                .toList();

        try (var api = Api.with(ONE_REQUEST)) {
            assertThat(requests(limited, api)).allSatisfy(request -> {
                useUp(request, api);
                request.send().isProblem(429, "RATE_LIMITED");
            });
        }
    }

    @Test
    void without_its_database_an_operation_is_unavailable() {
        try (var api = Api.with(Map.of("DATABASE_URL", NO_DATABASE))) {
            assertThat(requests(operations(503), api))
                    .allSatisfy(request -> request.send().is(503));
        }
    }

    @Test
    void a_function_that_breaks_is_an_error_of_ours() {
        try (var api = Api.failing(EveryFaultTest::breakDown, Api.GATEWAY_TIMEOUT)) {
            assertThat(requests(operations(500), api))
                    .allSatisfy(request -> request.send().isProblem(500, "INTERNAL_ERROR"));
        }
    }

    @Test
    void a_function_that_hangs_is_given_up() {
        try (var api = Api.failing(EveryFaultTest::hang, Duration.ofSeconds(4))) {
            var requests = requests(operations(504), api);

            assertThat(Burst.ofOneUser(
                            requests.size(), number -> requests.get(number).send()))
                    .allSatisfy(answer -> answer.isProblem(504, "TIMEOUT"));
        }
    }

    private static List<Operation> operations(int status) {
        return Operation.allOf(Document.read()).stream()
                .filter(operation -> operation.answer(status).exists())
                .toList();
    }

    private static List<Request> requests(List<Operation> operations, Api api) {
        return operations.stream()
                .map(operation -> Example.of(operation)
                        .by(AccountClient.ofNewUser().person().at(api)))
                .toList();
    }

    /// Makes the first request of the request's caller.
    private static void useUp(Request request, Api api) {
        var token = request.headers().get("Authorization");
        if (token == null) {
            request.send();
        } else {
            api.request("GET", AccountClient.ME)
                    .header("Authorization", token)
                    .send()
                    .is(200);
        }
    }

    private static void hang(InputStream event, OutputStream answer, Context context) throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException end) {
            throw new InterruptedIOException();
        }
    }

    private static void breakDown(InputStream event, OutputStream answer, Context context) {
        throw new IllegalStateException("broken");
    }
}
