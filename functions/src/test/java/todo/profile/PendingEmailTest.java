package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;
import static todo.testing.Api.newEmail;

import java.util.List;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Sql;

/// Where mail can be sent, a new email is pending until its link is followed.
final class PendingEmailTest {
    private final Person person = AccountClient.ofNewUser().person().at(Api.complete());
    private final AccountClient ada = new AccountClient(person);

    @Test
    void a_new_email_is_pending_and_queues_a_link_to_it_and_a_notice_to_the_old_one() {
        var other = newEmail();

        var user = ada.changeEmail(other, PASSWORD).is(200);

        assertThat(user.text("email")).isEqualTo(person.email());
        assertThat(user.text("pending_email")).isEqualTo(other);
        assertThat(requestedMails())
                .containsExactlyInAnyOrder("email_change_notice to " + person.email(), "verification to " + other);
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
        var later = newEmail();
        ada.changeEmail(newEmail(), PASSWORD).is(200);

        assertThat(ada.changeEmail(later, PASSWORD).is(200).text("pending_email"))
                .isEqualTo(later);
    }

    @Test
    void a_taken_email_is_refused_at_once() {
        var taken = AccountClient.ofNewUser().person().email();

        ada.changeEmail(taken, PASSWORD).isProblem(409, "EMAIL_TAKEN");
        assertThat(requestedMails()).isEmpty();
    }

    @Test
    void without_mail_a_new_email_takes_effect_at_once_and_is_unverified() {
        Sql.run("update users set email_verified = true where id = ?", person.id());
        var other = newEmail();

        Answer user = new AccountClient(person.at(Api.shared()))
                .changeEmail(other, PASSWORD)
                .is(200);

        assertThat(user.text("email")).isEqualTo(other);
        assertThat(user.json().path("email_verified").asBoolean()).isFalse();
        assertThat(user.json().path("pending_email").isNull()).isTrue();
    }

    /// Mails that were queued, whether or not they have been sent: the audit trail and the outbox change in one
    /// statement.
    private List<String> requestedMails() {
        return Sql.texts("select kind || ' to ' || recipient from mails where user_id = ?", person.id());
    }
}
