package todo.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.IdentityProvider.verified;

import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.OpenTransaction;
import todo.testing.Person;
import todo.testing.SignInClient;
import todo.testing.Sql;

final class SignInRacesTest {
    private static final Api API = Api.complete();
    private static final SignInClient GOOGLE = new SignInClient(API, Api.google());

    @Test
    void concurrent_first_sign_ins_make_one_account() {
        var claims = verified(Api.newEmail());

        var answers = Burst.of(8, _ -> GOOGLE.signIn(claims));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(answers)
                .extracting(answer -> Person.of(API, answer).id())
                .containsOnly(Person.of(API, answers.getFirst()).id());
        assertThat(answers).allSatisfy(answer -> Person.of(API, answer).get(ME).is(200));
    }

    @Test
    void concurrent_first_sign_ins_with_one_email_make_one_account() {
        var email = Api.newEmail();

        var answers = Burst.of(8, _ -> GOOGLE.signIn(verified(email)));

        assertThat(answers).extracting(Answer::outcome).containsOnlyOnce("201").containsOnly("201", "409 EMAIL_TAKEN");
        assertThat(Sql.number("select count(*) from users where email = ?", email))
                .isOne();
    }

    @Test
    void concurrent_first_sign_ins_link_one_account_once() {
        var ada = AccountClient.ofNewUser().person();
        Sql.run("update users set email_verified = true where id = ?", ada.id());
        var claims = verified(ada.email());

        var answers = Burst.of(8, _ -> GOOGLE.signIn(claims));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(Person.of(API, answer.is(200)).id()).isEqualTo(ada.id()));
        assertThat(Sql.number("select count(*) from identities where user_id = ?", ada.id()))
                .isOne();
    }

    @Test
    void an_email_that_changes_during_the_sign_in_is_not_linked() {
        var ada = AccountClient.ofNewUser().person();
        Sql.run("update users set email_verified = true where id = ?", ada.id());

        var answer = OpenTransaction.of("update users set email = ? where id = ?", Api.newEmail(), ada.id())
                .commitDuring(() -> GOOGLE.signIn(verified(ada.email())));

        assertThat(Person.of(API, answer.is(201)).id()).isNotEqualTo(ada.id());
    }

    @Test
    void a_deactivation_during_the_sign_in_prevents_it() {
        var claims = verified(Api.newEmail());
        var ada = Person.of(API, GOOGLE.signIn(claims).is(201));

        OpenTransaction.of("update users set is_active = false where id = ?", ada.id())
                .commitDuring(() -> GOOGLE.signIn(claims))
                .isProblem(403, "ACCOUNT_INACTIVE");
    }

    @Test
    void an_identity_that_is_unlinked_during_the_sign_in_does_not_sign_in() {
        var claims = verified(Api.newEmail());
        var ada = Person.of(API, GOOGLE.signIn(claims).is(201));
        Sql.run("update users set email_verified = false where id = ?", ada.id());

        OpenTransaction.of("""
                        with account as (select id from users where id = ? for no key update)
                        delete from identities using account where user_id = account.id""", ada.id())
                .commitDuring(() -> GOOGLE.signIn(claims))
                .isProblem(409, "EMAIL_TAKEN");
    }

    @Test
    void an_account_that_is_deleted_during_the_sign_in_is_created_again() {
        var claims = verified(Api.newEmail());
        var ada = Person.of(API, GOOGLE.signIn(claims).is(201));

        var answer = OpenTransaction.of("delete from users where id = ?", ada.id())
                .commitDuring(() -> GOOGLE.signIn(claims));

        assertThat(Person.of(API, answer.is(201)).id()).isNotEqualTo(ada.id());
    }
}
