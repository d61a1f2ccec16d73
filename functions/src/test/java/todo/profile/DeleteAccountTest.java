package todo.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.ME;
import static todo.testing.Api.PASSWORD;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.reauthentication.SqlPasswordChecks;
import todo.testing.AccountClient;
import todo.testing.Api;
import todo.testing.OpenTransaction;
import todo.testing.People;
import todo.testing.Sql;

final class DeleteAccountTest {
    private static final String OWNED = """
            select table_name from information_schema.columns
            where table_schema = 'public' and column_name = 'user_id' and table_name <> 'audit_events'""";

    private final AccountClient ada = AccountClient.ofNewUser();
    private final Api api = Api.shared();

    @Test
    void all_rows_of_the_user_are_deleted_and_the_email_can_be_registered_again() {
        ada.person().newTask("Buy milk");
        ada.person()
                .delete(ada.person().task(ada.person().newTask("Buy bread")))
                .is(200);
        ada.person().createWithKey("milk", "{\"title\": \"Buy milk\"}").is(201);
        var elsewhere = ada.person().loggedInAgain();
        assertThat(tablesWithRows()).contains("sessions", "tasks", "task_feeds", "tombstones", "idempotency_keys");

        var answer = ada.delete(PASSWORD).is(200);

        assertThat(answer.text("message")).isEqualTo("Successfully deleted the account");
        assertThat(tablesWithRows()).isEmpty();
        assertThat(Sql.number(
                        "select count(*) from users where id = ?", ada.person().id()))
                .isZero();
        ada.person().get(ME).isProblem(401, "UNAUTHENTICATED");
        elsewhere.get(ME).isProblem(401, "UNAUTHENTICATED");
        api.logIn(ada.person().email(), PASSWORD).isProblem(401, "INVALID_CREDENTIALS");
        api.register("{\"email\": \"%s\", \"password\": \"%s\"}"
                        .formatted(ada.person().email(), PASSWORD))
                .is(201);
    }

    @Test
    void the_audit_trail_keeps_the_id_and_not_the_email() {
        ada.delete("wrong").isProblem(401, "INVALID_CREDENTIALS");
        ada.delete(PASSWORD).is(200);

        assertThat(People.auditTrail(ada.person()))
                .containsExactly(
                        "password_check_failed by " + ada.person().id(),
                        "deletion by " + ada.person().id());
        assertThat(Sql.number(
                        "select count(*) from audit_events a where a::text like ?",
                        "%" + ada.person().email() + "%"))
                .isZero();
    }

    @Test
    void the_users_counters_are_deleted() {
        try (var limited = Api.with(Map.of("RATE_LIMIT_USER", "5"))) {
            var counted = new AccountClient(ada.person().at(limited));
            counted.delete("wrong").is(401);
            assertThat(rateWindows()).isEqualTo(2);

            counted.delete(PASSWORD).is(200);

            assertThat(rateWindows()).isZero();
        }
        assertThat(Sql.number(
                        "select count(*) from attempts where key = md5('password ' || ?)::uuid",
                        ada.person().id().toString()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                          | current_password REQUIRED
            {"current_password": null}  | current_password REQUIRED
            {"current_password": 1}     | current_password WRONG_TYPE
            {"password": "x"}           | current_password REQUIRED, password UNKNOWN_FIELD
            """)
    void current_password_is_required(String json, String violations) {
        ada.person().request("DELETE", ME).json(json).send().isInvalid(violations.split(", "));
    }

    @Test
    void without_a_body_or_with_a_wrong_password_the_account_is_kept() {
        ada.person().delete(ME).isProblem(400, "MALFORMED_BODY");
        ada.delete("wrong").isProblem(401, "INVALID_CREDENTIALS");
        ada.delete("").isProblem(401, "INVALID_CREDENTIALS");

        ada.person().get(ME).is(200);
    }

    @Test
    void an_idle_session_can_delete_the_account() {
        People.setIdle(ada.person(), "1 hour");

        ada.delete(PASSWORD).is(200);

        assertThat(tablesWithRows()).isEmpty();
    }

    @Test
    void deleting_the_account_with_a_password_changed_meanwhile_answers_401() {
        OpenTransaction.changingPasswordOf(ada.person())
                .commitDuring(() -> ada.delete(PASSWORD))
                .isProblem(401, "INVALID_CREDENTIALS");

        ada.person().get(ME).is(200);
    }

    private long rateWindows() {
        var id = ada.person().id();
        return Sql.number(
                "select count(*) from rate_windows where subject in (?, ?, ?)",
                id,
                SqlPasswordChecks.LIMIT.subject(id),
                SqlProfiles.NAME_CHANGES.subject(id));
    }

    private List<String> tablesWithRows() {
        return Sql.texts(OWNED).stream()
                .filter(table -> Sql.number(
                                "select count(*) from " + table + " where user_id = ?",
                                ada.person().id())
                        > 0)
                .toList();
    }
}
