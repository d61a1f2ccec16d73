package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.Links;
import todo.testing.MailServer;
import todo.testing.Person;
import todo.testing.Sql;

/// Where mail can be sent, a new email is pending until its link is followed.
final class PendingEmailTest {
    private final MailServer mail = MailServer.shared();
    private final Person person = AccountClient.ofNewUser().person().at(Api.complete());
    private final AccountClient ada = new AccountClient(person);

    @Test
    void a_new_email_is_pending_until_its_link_is_followed_and_the_old_address_gets_a_notice() {
        var other = newEmail();

        var user = ada.changeEmail(other, PASSWORD).is(200);

        assertThat(user.text("email")).isEqualTo(person.email());
        assertThat(user.text("pending_email")).isEqualTo(other);
        var link = MailServer.linkToken(mail.messagesTo(other).getFirst());
        assertThat(MailServer.plainText(mail.messagesTo(person.email()).getFirst()))
                .doesNotContain(link)
                .doesNotContain("#token=");

        person.api().post(Links.VERIFY, Links.tokenForm(link)).is(200);

        assertThat(person.get(AccountClient.ME).text("email")).isEqualTo(other);
    }

    @Test
    void the_present_email_drops_the_pending_one() {
        ada.changeEmail(newEmail(), PASSWORD).is(200);

        var user = ada.change("{\"email\": \"%s\"}".formatted(person.email())).is(200);

        assertThat(user.json().path("pending_email").isNull()).isTrue();
    }

    @Test
    void a_change_of_the_name_keeps_the_pending_email() {
        var other = newEmail();
        ada.changeEmail(other, PASSWORD).is(200);

        assertThat(ada.change("{\"name\": \"Countess\"}").is(200).text("pending_email"))
                .isEqualTo(other);
    }

    @Test
    void a_later_request_replaces_the_pending_email() {
        var first = newEmail();
        var later = newEmail();
        ada.changeEmail(first, PASSWORD).is(200);

        assertThat(ada.changeEmail(later, PASSWORD).is(200).text("pending_email"))
                .isEqualTo(later);

        var link = MailServer.linkToken(mail.messagesTo(first).getFirst());
        person.api().post(Links.VERIFY, Links.tokenForm(link)).isProblem(400, "INVALID_TOKEN");
    }

    @Test
    void a_taken_email_is_refused_at_once_and_nothing_is_sent() {
        var taken = AccountClient.ofNewUser().person().email();

        ada.changeEmail(taken, PASSWORD).isProblem(409, "EMAIL_TAKEN");

        assertThat(Sql.number("select count(*) from mails where user_id = ?", person.id()))
                .isZero();
        assertThat(mail.received(taken)).isEmpty();
    }

    @Test
    void without_mail_a_new_email_takes_effect_at_once_and_is_unverified() {
        Sql.run("update users set email_verified = true where id = ?", person.id());
        var other = newEmail();

        var user = new AccountClient(person.at(Api.shared()))
                .changeEmail(other, PASSWORD)
                .is(200);

        assertThat(user.text("email")).isEqualTo(other);
        assertThat(user.json().path("email_verified").asBoolean()).isFalse();
        assertThat(user.json().path("pending_email").isNull()).isTrue();
    }
}
