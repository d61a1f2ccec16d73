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
import org.junit.jupiter.api.parallel.ResourceLock;
import todo.database.AddressLimits;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Request;

/// Causes each server error that openapi.yaml documents, and 429, for each operation.
@ResourceLock(AddressLimits.RESOURCE)
final class ServerErrorsTest {
    private static final String UNREACHABLE = "postgres://nobody:nothing@localhost:1/none";
    private static final Map<String, String> ONE_REQUEST = Map.of(
            "RATE_LIMIT_REGISTER", "1", "RATE_LIMIT_LOGIN", "1", "RATE_LIMIT_FORGOT", "1", "RATE_LIMIT_USER", "1");

    @AfterEach
    void reset_address_limits() {
        AddressLimits.reset();
    }

    /// Public reads are throttled by API Gateway only.
    @Test
    void a_request_over_the_rate_limit_answers_429() {
        var limited = operations(429).stream()
                .filter(operation -> !operation.isPublic() || operation.method().equals("POST"))
                .toList();

        try (var api = Api.complete(ONE_REQUEST)) {
            assertThat(requests(limited, api)).allSatisfy(request -> {
                useUpLimit(request, api);
                request.send().isProblem(429, "RATE_LIMITED");
            });
        }
    }

    @Test
    void an_operation_whose_database_is_unreachable_answers_503() {
        try (var api = Api.complete(Map.of("DATABASE_URL", UNREACHABLE))) {
            var requests = requests(operations(503), api);

            assertThat(Burst.of(requests.size(), number -> requests.get(number).send()))
                    .allSatisfy(answer -> answer.is(503));
        }
    }

    /// EncryptionTest covers log-in, which answers 501 only to a code.
    @Test
    void an_operation_of_a_feature_that_is_not_configured_answers_501() {
        var optional = operations(501).stream()
                .filter(operation -> !operation.path().endsWith("/login"))
                .toList();

        try (var api = Api.with(Map.of("TOTP_KEYS", ""))) {
            assertThat(requests(optional, api))
                    .isNotEmpty()
                    .allSatisfy(request -> request.send().is(501));
        }
    }

    @Test
    void a_function_that_throws_answers_500() {
        try (var api = Api.failing(ServerErrorsTest::fail, Api.GATEWAY_TIMEOUT)) {
            assertThat(requests(operations(500), api))
                    .allSatisfy(request -> request.send().isProblem(500, "INTERNAL_ERROR"));
        }
    }

    @Test
    void a_function_that_hangs_answers_504() {
        try (var api = Api.failing(ServerErrorsTest::hang, Duration.ofSeconds(2))) {
            var requests = requests(operations(504), api);

            assertThat(Burst.of(requests.size(), number -> requests.get(number).send()))
                    .allSatisfy(answer -> answer.isProblem(504, "TIMEOUT"));
        }
    }

    private static List<DescribedOperation> operations(int status) {
        return DescribedOperation.allOf(ApiDocument.read()).stream()
                .filter(operation -> operation.answer(status).exists())
                .toList();
    }

    private static List<Request> requests(List<DescribedOperation> operations, Api api) {
        return operations.stream()
                .map(operation -> RequestExample.of(operation)
                        .by(AccountClient.ofNewUser().person().at(api)))
                .toList();
    }

    /// Uses up the caller's limit of one request.
    private static void useUpLimit(Request request, Api api) {
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

    private static void fail(InputStream event, OutputStream answer, Context context) {
        throw new IllegalStateException("broken");
    }
}
