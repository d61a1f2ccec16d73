package todo.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.AccountClient.NEW_PASSWORD;
import static todo.testing.Api.PASSWORD;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.App;
import todo.Settings;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Links;
import todo.testing.MailServer;
import todo.testing.Person;
import todo.testing.Sql;
import todo.testing.SqsServer;

/// Recovery and verification with links from real mails.
final class RecoveryByMailTest {
    private final Api api = Api.complete();
    private final MailServer mail = MailServer.shared();

    @Test
    void a_forgotten_password_is_reset_by_the_link_in_the_mail_and_a_notice_follows() {
        var ada = AccountClient.ofNewUser().person().at(api);
        forgot(ada.email().toUpperCase(Locale.ROOT)).is(202);
        var link = mail.messagesTo(ada.email()).getFirst();
        assertThat(MailServer.plainText(link)).contains(MailServer.APP_URL + "/reset-password#token=");

        reset(MailServer.linkToken(link)).is(200);

        api.logIn(ada.email(), PASSWORD).is(401);
        api.logIn(ada.email(), NEW_PASSWORD).is(200);
        assertThat(MailServer.plainText(mail.messagesTo(ada.email(), 2).getLast()))
                .doesNotContain("#token=");
    }

    @Test
    void registration_sends_a_link_that_verifies_the_email() {
        var ada = api.newPerson();

        var link = mail.messagesTo(ada.email()).getFirst();
        assertThat(MailServer.plainText(link)).contains(MailServer.APP_URL + "/verify-email#token=");
        verify(MailServer.linkToken(link)).is(200);

        assertThat(ada.get(ME).json().path("email_verified").asBoolean()).isTrue();
    }

    @Test
    void a_mail_survives_a_lost_kick_and_the_end_of_all_connections_after_its_cause() {
        var role = AppRole.create("lost_kicks", Map.of());
        var queueOfNobody = SqsServer.shared().newQueue();
        try (var cause = Api.with(Map.of("DATABASE_URL", role.url(), "MAIL_QUEUE_URL", queueOfNobody))) {
            var ada = cause.newPerson();
            role.disconnect();

            App.with(Settings.from(Api.environment(mail.settings())))
                    .mailQueue()
                    .kick();

            assertThat(mail.messagesTo(ada.email())).hasSize(1);
        }
    }

    @Test
    void the_link_is_sent_again_on_request_and_ends_the_first_one() {
        var ada = api.newPerson();
        var first = MailServer.linkToken(mail.messagesTo(ada.email()).getFirst());

        send(ada).is(202);

        var second = MailServer.linkToken(mail.messagesTo(ada.email(), 2).getLast());
        verify(first).isProblem(400, "INVALID_TOKEN");
        verify(second).is(200);
        assertThat(send(ada).is(200).text("message")).isEqualTo("The email is already verified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Origin", "Referer", "X-Forwarded-Host", "Forwarded"})
    void no_header_steers_a_link(String header) {
        var ada = AccountClient.ofNewUser().person();

        api.request("POST", Links.FORGOT)
                .header(header, header.equals("Host") ? "evil.example" : "https://evil.example")
                .json(email(ada.email()))
                .send();

        assertThat(MailServer.plainText(mail.messagesTo(ada.email()).getFirst()))
                .contains(MailServer.APP_URL + "/reset-password#token=")
                .doesNotContain("evil.example");
    }

    @Test
    void a_deactivated_account_gets_no_mail() {
        var ada = AccountClient.ofNewUser().person();
        var bob = AccountClient.ofNewUser().person();
        Sql.run("update users set is_active = false where id = ?", ada.id());

        forgot(ada.email()).is(202);
        forgot(bob.email()).is(202);

        mail.messagesTo(bob.email()); // sent after ada's would have been
        assertThat(mail.received(ada.email())).isEmpty();
    }

    @Test
    void without_mail_the_routes_answer_501_and_registration_sends_nothing() {
        var ada = Api.shared().newPerson();

        assertThat(Sql.number("select count(*) from mails where user_id = ?", ada.id()))
                .isZero();
        send(ada).isProblem(501, "MAIL_NOT_CONFIGURED");
        Api.shared().post(Links.FORGOT, email(ada.email())).isProblem(501, "MAIL_NOT_CONFIGURED");
        Api.shared()
                .post(Links.RESET, Links.resetForm(new Links(ada).reset(), NEW_PASSWORD))
                .isProblem(501, "MAIL_NOT_CONFIGURED");
        Api.shared()
                .post(Links.VERIFY, Links.tokenForm(new Links(ada).verification(ada.email())))
                .isProblem(501, "MAIL_NOT_CONFIGURED");
    }

    private Answer forgot(String email) {
        return api.post(Links.FORGOT, email(email));
    }

    private Answer reset(String token) {
        return api.post(Links.RESET, Links.resetForm(token, NEW_PASSWORD));
    }

    private Answer verify(String token) {
        return api.post(Links.VERIFY, Links.tokenForm(token));
    }

    private static Answer send(Person person) {
        return person.request("POST", Links.SEND).send();
    }

    private static String email(String email) {
        return "{\"email\": \"%s\"}".formatted(email);
    }
}
