package todo.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import todo.json.Json;
import todo.testing.Api;
import todo.testing.DecodedToken;
import todo.tokens.Authorizer;

/// The authorizer. One line is the header `Authorization`; two lines are header and claims of a token, which is
/// then signed with the right key. `{token}` stands for a valid token, and `{id}` for the id of its user.
final class TokenFuzzTest {
    private static final String METHOD = "arn:aws:execute-api:us-east-1:123456789012:api/local/GET/api/v1/users/me";

    @BeforeAll
    static void start() {
        FunctionCall.start();
    }

    @FuzzTest
    void only_an_issued_token_is_accepted_and_only_for_its_user(byte[] input) throws IOException {
        var valid = FunctionCall.CALLER.token();
        var lines = Lines.of(input, 2);
        var isSigned = lines.texts().size() == 2;
        var text = isSigned
                ? "Bearer " + signed(lines.text(0), lines.text(1))
                : lines.text(0).replace("{token}", valid);

        var policy = policy(text);

        if (!policy.isEmpty()) {
            assertThat(policy).contains(FunctionCall.CALLER.id().toString());
            var token = text.replaceFirst("(?i)^Bearer +", "");
            assertThat(isSigned ? isOfIssuer(DecodedToken.of(token)) : token.equals(valid))
                    .isTrue();
        }
    }

    private static String signed(String header, String claims) {
        var id = FunctionCall.CALLER.id().toString();
        return DecodedToken.signed(header, claims.replace("{id}", id), "HmacSHA256", Api.TOKEN_KEY);
    }

    private static boolean isOfIssuer(DecodedToken token) {
        var claims = token.claims();
        return token.header().path("alg").asText().equals("HS256")
                && claims.path("iss").asText().equals("todo")
                && claims.path("aud").asText().equals("todo-local")
                && claims.path("exp").longValue() > claims.path("iat").longValue();
    }

    /// Returns the policy, or nothing if the token is refused.
    private static String policy(String authorization) throws IOException {
        var event = Json.text(Map.of("type", "TOKEN", "authorizationToken", authorization, "methodArn", METHOD));
        var answer = new ByteArrayOutputStream();
        try {
            Function.AUTHORIZER.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, null);
        } catch (RuntimeException refusal) {
            assertThat(refusal).hasMessage("Unauthorized");
        }
        return answer.toString(UTF_8);
    }

    private static final class Function {
        private static final RequestStreamHandler AUTHORIZER = Api.shared().function(Authorizer.class.getName());
    }
}
