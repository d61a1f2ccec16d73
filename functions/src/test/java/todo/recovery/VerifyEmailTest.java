package todo.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.Api.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Links;
import todo.testing.OpenTransaction;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class VerifyEmailTest {
    private final Api api = Api.complete();
    private final Person ada = AccountClient.ofNewUser().person().at(api);
    private final Links links = new Links(ada);

    @Test
    void a_link_verifies_the_email() {
        assertThat(me().path("email_verified").asBoolean()).isFalse();

        verify(links.verification(ada.email())).is(200);

        assertThat(me().path("email_verified").asBoolean()).isTrue();
        assertThat(me().path("email").asText()).isEqualTo(ada.email());
        assertThat(People.auditTrail(ada)).containsExactly("email_verified by " + ada.id());
    }

    @Test
    void a_new_email_takes_effect_when_its_link_is_followed() {
        var other = requestChange();

        api.logIn(other, PASSWORD).is(401);
        verify(links.verification(other)).is(200);

        assertThat(me().path("email").asText()).isEqualTo(other);
        assertThat(me().path("email_verified").asBoolean()).isTrue();
        assertThat(me().path("pending_email").isNull()).isTrue();
        api.logIn(other, PASSWORD).is(200);
        api.logIn(ada.email(), PASSWORD).is(401);
        assertThat(People.auditTrail(ada))
                .containsSubsequence(
                        "email_change_requested by " + ada.id(),
                        "email_verified by " + ada.id(),
                        "email_change by " + ada.id());
    }

    @Test
    void verifying_the_present_email_leaves_a_pending_one() {
        var other = requestChange();

        verify(links.verification(ada.email())).is(200);

        assertThat(me().path("email").asText()).isEqualTo(ada.email());
        assertThat(me().path("email_verified").asBoolean()).isTrue();
        assertThat(me().path("pending_email").asText()).isEqualTo(other);
    }

    @Test
    void an_email_that_another_account_has_taken_meanwhile_answers_409() {
        var other = requestChange();
        var token = links.verification(other);
        Sql.run(
                "update users set email = ? where id = ?",
                other,
                AccountClient.ofNewUser().person().id());

        verify(token).isProblem(409, "EMAIL_TAKEN");

        assertThat(me().path("email").asText()).isEqualTo(ada.email());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            expired                 | update mail_tokens set expires_at = now() where user_id = ?
            of another kind         | update mail_tokens set kind = 'password_reset' where user_id = ?
            for another address     | update mail_tokens set email = 'eve@example.org' where user_id = ?
            for a dropped new email | update users set pending_email = null where id = ?
            """)
    void an_unusable_link_is_refused_like_a_wrong_one(String kind, String change) {
        var token = links.verification(requestChange());
        Sql.run(change, ada.id());

        assertThat(verify(token).isProblem(400, "INVALID_TOKEN").stableText())
                .as(kind)
                .isEqualTo(verify("guessed").stableText());
    }

    @Test
    void a_link_works_once_even_if_it_is_used_twice_at_the_same_moment() {
        var token = links.verification(ada.email());

        var answers =
                OpenTransaction.lockingAccountOf(ada).commitDuring(List.of(() -> verify(token), () -> verify(token)));

        assertThat(answers).extracting(Answer::outcome).containsExactlyInAnyOrder("200", "400 INVALID_TOKEN");
    }

    @Test
    void a_newer_link_to_the_same_address_ends_the_older_one() {
        var older = links.verification(ada.email());
        var toAnother = links.verification(requestChange());
        var newer = links.verification(ada.email());

        verify(older).isProblem(400, "INVALID_TOKEN");
        verify(newer).is(200);
        verify(toAnother).is(200);
    }

    @Test
    void a_change_of_password_drops_the_pending_email() {
        var token = links.verification(requestChange());

        new AccountClient(ada)
                .changePassword(PASSWORD, AccountClient.NEW_PASSWORD)
                .is(200);

        verify(token).isProblem(400, "INVALID_TOKEN");
        assertThat(me().path("pending_email").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}           | token REQUIRED
            {"token": 1, "email": null} | token WRONG_TYPE, email UNKNOWN_FIELD
            """)
    void a_body_is_refused_with_all_its_errors(String body, String errors) {
        api.post(Links.VERIFY, body).isInvalid(errors.split(", "));
    }

    private String requestChange() {
        var other = Api.newEmail();
        new AccountClient(ada).changeEmail(other, PASSWORD).is(200);
        return other;
    }

    private JsonNode me() {
        return ada.get(ME).is(200).json();
    }

    private Answer verify(String token) {
        return api.post(Links.VERIFY, Links.tokenForm(token));
    }
}
