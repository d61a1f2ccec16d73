package todo.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.AccountClient.NEW_PASSWORD;
import static todo.testing.Api.PASSWORD;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Links;
import todo.testing.OpenTransaction;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

/// Each link is inserted as the sender of its mail does; [RecoveryByMailTest] follows real ones.
final class ResetPasswordTest {
    private final Api api = Api.complete();
    private final Person ada = AccountClient.ofNewUser().person().at(api);
    private final Links links = new Links(ada);

    @Test
    void a_link_sets_a_new_password() {
        reset(links.reset()).is(200);

        api.logIn(ada.email(), PASSWORD).isProblem(401, "INVALID_CREDENTIALS");
        api.logIn(ada.email(), NEW_PASSWORD).is(200);
    }

    @Test
    void a_link_changes_no_other_account() {
        var bob = AccountClient.ofNewUser().person().at(api);
        var token = new Links(bob).reset();

        reset(token).is(200);

        api.logIn(bob.email(), NEW_PASSWORD).is(200);
        api.logIn(ada.email(), NEW_PASSWORD).is(401);
        ada.get(ME).is(200);
    }

    @Test
    void all_sessions_end() {
        var other = People.inAnotherSession(ada);

        reset(links.reset()).is(200);

        ada.get(ME).isProblem(401, "UNAUTHENTICATED");
        other.get(ME).isProblem(401, "UNAUTHENTICATED");
        refresh(ada).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void a_log_in_at_the_same_moment_with_the_old_password_does_not_survive() {
        var token = links.reset();
        var session = People.inAnotherSession(ada).session();
        Sql.run("delete from sessions where id = ?", session);

        OpenTransaction.loggingIn(ada, session).commitDuring(() -> reset(token)).is(200);

        ada.in(session).get(ME).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void wrong_passwords_are_forgotten() {
        IntStream.range(0, 5).forEach(_ -> api.logIn(ada.email(), "wrong").is(401));
        api.logIn(ada.email(), PASSWORD).isProblem(429, "ACCOUNT_LOCKED");

        reset(links.reset()).is(200);

        api.logIn(ada.email(), NEW_PASSWORD).is(200);
    }

    @Test
    void it_verifies_the_email_drops_a_pending_one_and_queues_a_notice() {
        Sql.run("update users set pending_email = ? where id = ?", Api.newEmail(), ada.id());
        var verification = links.verification(ada.email());

        reset(links.reset()).is(200);

        var user = api.logIn(ada.email(), NEW_PASSWORD).is(200).json().path("user");
        assertThat(user.path("email_verified").asBoolean()).isTrue();
        assertThat(user.path("pending_email").isNull()).isTrue();
        api.post(Links.VERIFY, Links.tokenForm(verification)).isProblem(400, "INVALID_TOKEN");
        assertThat(People.auditTrail(ada)).contains("password_reset by " + ada.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            used          | update users set name = name where id = ?
            expired       | update mail_tokens set expires_at = now() where user_id = ?
            of another kind | update mail_tokens set kind = 'verification' where user_id = ?
            sent to another address | update mail_tokens set email = 'eve@example.org' where user_id = ?
            of a deactivated account | update users set is_active = false where id = ?
            of an older password | update users set password_changed_at = clock_timestamp() where id = ?
            of an older email | update users set email = concat('of-', email) where id = ?
            """)
    void an_unusable_link_is_refused_like_a_wrong_one(String kind, String change) {
        var token = links.reset();
        if (kind.equals("used")) {
            reset(token).is(200);
        }
        Sql.run(change, ada.id());

        var answer = reset(token, "the difference engine");

        answer.isProblem(400, "INVALID_TOKEN");
        assertThat(answer.stableText())
                .isEqualTo(reset("guessed", "the difference engine").stableText());
        api.logIn(ada.email(), "the difference engine").is(401);
    }

    @Test
    void a_newer_link_ends_the_older_one() {
        var older = links.reset();
        var newer = links.reset();

        reset(older).isProblem(400, "INVALID_TOKEN");
        reset(newer).is(200);
    }

    @Test
    void a_newer_request_ends_a_link_before_its_mail_is_sent() {
        var older = links.reset();
        Sql.run(
                "insert into mails (id, kind, user_id, recipient, due_at) values (uuidv7(), 'password_reset', ?, ?, 'infinity')",
                ada.id(),
                ada.email());

        reset(older).isProblem(400, "INVALID_TOKEN");
    }

    @Test
    void two_copies_of_one_mail_both_have_a_valid_link() {
        var first = links.reset();
        var second = links.reset();
        Sql.run("update mail_tokens set requested_at = date_trunc('day', now()) where user_id = ?", ada.id());
        Sql.run("update users set password_changed_at = 'epoch' where id = ?", ada.id());

        reset(first, "easy").isInvalid("new_password WEAK_PASSWORD");
        reset(second).is(200);
        reset(first).isProblem(400, "INVALID_TOKEN");
    }

    @Test
    void of_ten_uses_at_the_same_moment_one_succeeds() {
        var token = links.reset();

        var answers = OpenTransaction.lockingAccountOf(ada)
                .commitDuring(List.of(() -> reset(token, "password of the first"), () -> reset(token)));
        var more = Burst.of(10, _ -> reset(token));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 400);
        assertThat(more).extracting(Answer::outcome).containsOnly("400 INVALID_TOKEN");
        assertThat(Sql.number(
                        "select count(*) from audit_events where user_id = ? and event = 'password_reset'", ada.id()))
                .isOne();
    }

    @Test
    void a_change_of_password_at_the_same_moment_ends_the_link() {
        var token = links.reset();

        OpenTransaction.changingPasswordOf(ada).commitDuring(() -> reset(token)).isProblem(400, "INVALID_TOKEN");
    }

    @Test
    void a_password_that_is_weak_for_this_user_is_refused_and_the_link_stays_valid() {
        Sql.run("update users set name = 'Analytical Engine Lovelace' where id = ?", ada.id());
        var token = links.reset();

        reset(token, "Analytical Engine Lovelace").isInvalid("new_password WEAK_PASSWORD");
        reset(token).is(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                  | token REQUIRED, new_password REQUIRED
            {"token": 1, "new_password": "12345678"}            | token WRONG_TYPE, new_password WEAK_PASSWORD
            {"token": "x", "new_password": "", "email": "a@b.c"} | new_password WEAK_PASSWORD, email UNKNOWN_FIELD
            {"token": "\\u0000", "new_password": "an engine of analysis"} | token INVALID_CHARACTER
            """)
    void a_body_is_refused_with_all_its_errors(String body, String errors) {
        api.post(Links.RESET, body).isInvalid(errors.split(", "));
    }

    @Test
    void identities_linked_before_the_email_was_verified_are_removed() {
        insertIdentity("before");

        reset(links.reset()).is(200);
        assertThat(identities()).isZero();

        insertIdentity("after");
        reset(links.reset(), "the difference engine").is(200);
        assertThat(identities()).isOne();
    }

    private Answer reset(String token) {
        return reset(token, NEW_PASSWORD);
    }

    private Answer reset(String token, String password) {
        return api.post(Links.RESET, Links.resetForm(token, password));
    }

    private static Answer refresh(Person person) {
        return person.request("POST", "/api/v1/auth/refresh").send();
    }

    private void insertIdentity(String subject) {
        Sql.run(
                "insert into identities (issuer, subject, provider, user_id) values ('https://id.example.org', ?, 'example', ?)",
                subject + ada.id(),
                ada.id());
    }

    private long identities() {
        return Sql.number("select count(*) from identities where user_id = ?", ada.id());
    }
}
