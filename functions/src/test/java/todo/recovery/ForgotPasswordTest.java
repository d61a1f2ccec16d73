package todo.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Links;
import todo.testing.People;
import todo.testing.Sql;

/// The answer must not tell whether an account exists. The benchmark `equal-answers` compares its times, and
/// RecoveryStatementCountTest its statements.
final class ForgotPasswordTest {
    private final Api api = Api.complete();

    @Test
    void known_unverified_deactivated_and_unknown_accounts_get_the_same_answer() {
        var known = AccountClient.ofNewUser().person();
        Sql.run("update users set email_verified = true where id = ?", known.id());
        var unverified = AccountClient.ofNewUser().person();
        var deactivated = AccountClient.ofNewUser().person();
        Sql.run("update users set is_active = false where id = ?", deactivated.id());

        var answers = List.of(
                forgot(known.email()), forgot(unverified.email()), forgot(deactivated.email()), forgot(Api.newEmail()));

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(answers).extracting(ForgotPasswordTest::headers).containsOnly(headers(answers.getFirst()));
    }

    @Test
    void each_request_is_in_the_audit_trail_without_an_actor() {
        var ada = AccountClient.ofNewUser().person();

        forgot(ada.email()).is(202);

        assertThat(People.auditTrail(ada)).containsOnlyNulls();
        assertThat(Sql.texts("select event from audit_events where user_id = ?", ada.id()))
                .containsExactly("password_reset_requested");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                     | email REQUIRED
            {"email": null}                                        | email REQUIRED
            {"email": 1, "password": "x"}                          | email WRONG_TYPE, password UNKNOWN_FIELD
            {"email": "ada"}                                       | email INVALID_FORMAT
            {"email": "ada@example.org\\r\\nBcc: eve@example.org"} | email INVALID_CHARACTER
            """)
    void a_body_is_refused_with_all_its_errors(String body, String errors) {
        api.post(Links.FORGOT, body).isInvalid(errors.split(", "));
    }

    private Answer forgot(String email) {
        return api.post(Links.FORGOT, "{\"email\": \"%s\"}".formatted(email));
    }

    /// Returns the headers, except the date, the request ids and the remaining requests, which always differ.
    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new HashMap<>(answer.response().headers().map());
        headers.keySet().removeIf(name -> name.matches("date|x-request-id|x-amz.*|ratelimit"));
        return headers;
    }
}
