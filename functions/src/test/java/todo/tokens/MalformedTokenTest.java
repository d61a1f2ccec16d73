package todo.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.App;
import todo.Settings;
import todo.local.LocalFunctions;
import todo.local.LocalTemplate;
import todo.local.gateway.Gateway;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Request;

/// The gateway calls the authorizer only for well-formed tokens.
final class MalformedTokenTest {
    private static final Person ADA = Api.shared().newPerson();

    private final AtomicInteger authorizerCalls = new AtomicInteger();
    private final LocalFunctions functions = new LocalFunctions(App.with(Settings.from(Api.environment(Map.of()))));
    private final Gateway gateway = Gateway.start(LocalTemplate.read(Map.of()), this::counted, "127.0.0.1", 0);

    MalformedTokenTest() throws IOException {}

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer TOKEN", "bearer TOKEN", "BEARER TOKEN", "bEaReR    TOKEN"})
    void a_token_with_the_bearer_scheme_in_any_case_is_passed_to_the_authorizer(String authorization) {
        authenticate(authorization.replace("TOKEN", ADA.token())).is(200);

        assertThat(authorizerCalls).hasValue(1);
    }

    @Test
    void a_token_of_4096_characters_is_passed_to_the_authorizer() {
        authenticate("Bearer x.y." + "z".repeat(4092)).isProblem(401, "UNAUTHENTICATED");

        assertThat(authorizerCalls).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "junk",
                "Bearer",
                "Bearer junk",
                "Bearer x.y",
                "Bearer x..z",
                "Bearer x.y.z.z",
                "Bearer x.y.z=",
                "Bearer x.y.z x",
                "Bearer x.y.é",
                "Bearer\tx.y.z",
                "BearerTOKEN",
                "Basic TOKEN",
                "Token: Bearer TOKEN",
                "TOKEN",
                "LONG"
            })
    void a_malformed_token_answers_401_without_calling_the_authorizer(String authorization) {
        var junk = authorization.replace("TOKEN", ADA.token()).replace("LONG", "Bearer x.y." + "z".repeat(4093));

        authenticate(junk).isProblem(401, "UNAUTHENTICATED");
        assertThat(authorizerCalls).hasValue(0);
    }

    private Answer authenticate(String authorization) {
        return Request.of("GET", gateway.url().resolve("/api/v1/users/me"))
                .header("Authorization", authorization)
                .send();
    }

    private RequestStreamHandler counted(String handler) {
        var function = functions.apply(handler);
        if (!handler.equals(Authorizer.class.getName())) {
            return function;
        }
        return (event, answer, context) -> {
            authorizerCalls.incrementAndGet();
            function.handleRequest(event, answer, context);
        };
    }
}
