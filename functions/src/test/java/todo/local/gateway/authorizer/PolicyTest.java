package todo.local.gateway.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.local.gateway.TestGateway;

final class PolicyTest {
    private static final String ARN = "arn:aws:execute-api:eu-west-1:1:api/prod/GET/tasks/7";

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "arn:aws:execute-api:eu-west-1:1:api/prod/*/*, true",
        "arn:aws:execute-api:*:*:api/*, true",
        "arn:aws:execute-api:eu-west-1:1:api/prod/?ET/tasks/?, true",
        "arn:aws:execute-api:eu-west-1:1:api/prod/GET/tasks/7, true",
        "arn:aws:execute-api:eu-west-1:1:api/prod/GET/tasks, false",
        "arn:aws:execute-api:eu-west-1:1:api/prod/get/tasks/7, false",
        "arn:aws:execute-api:eu-west-1:1:api/other/*/*, false",
        "arn:aws:execute-api:eu-west-1:1:api/prod/GET/tasks/.*, false"
    })
    void wildcards_match_across_slashes_and_other_characters_match_literally(String resource, boolean allowed)
            throws IOException {
        assertThat(policy("Allow", "execute-api:Invoke", resource).allows(ARN)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "execute-api:Invoke, true",
        "execute-api:*, true",
        "*, true",
        "execute-api:Manage, false",
        "lambda:*, false"
    })
    void only_the_action_invoke_allows_a_request(String action, boolean allowed) throws IOException {
        assertThat(policy("Allow", action, "*").allows(ARN)).isEqualTo(allowed);
    }

    @Test
    void actions_and_resources_may_be_strings_or_lists() throws IOException {
        var policy = Policy.of(TestGateway.json("""
                {"Statement": [{"Effect": "Allow", "Action": ["a:b", "execute-api:Invoke"], "Resource": ["x", "*/tasks/*"]},
                               {"Sid": "never", "Effect": "Deny", "Action": "*", "Resource": "*/DELETE/*"}]}"""));

        assertThat(policy.allows(ARN)).isTrue();
        assertThat(policy.denies(ARN)).isFalse();
        assertThat(policy.denies(ARN.replace("GET", "DELETE"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Statement\": [{\"Effect\": \"Maybe\", \"Action\": \"*\", \"Resource\": \"*\"}]}",
                "{\"Statement\": [{\"Effect\": \"Allow\", \"NotAction\": \"x\", \"Resource\": \"*\"}]}",
                "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {}}]}"
            })
    void an_unsupported_policy_is_rejected(String json) {
        assertThatThrownBy(() -> Policy.of(TestGateway.json(json))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Policy policy(String effect, String action, String resource) throws IOException {
        return Policy.of(
                TestGateway.json("{\"Statement\": {\"Effect\": \"%s\", \"Action\": \"%s\", \"Resource\": \"%s\"}}"
                        .formatted(effect, action, resource)));
    }
}
