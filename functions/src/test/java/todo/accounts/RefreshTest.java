package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.DecodedToken;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class RefreshTest {
    private final Person ada = AccountClient.ofNewUser().person();

    @Test
    void refreshing_returns_a_new_token_of_the_same_session_and_moves_its_end() {
        startedBefore("6 days");

        var answer = refresh(ada).is(200);

        var renewed = Person.of(Api.shared(), answer);
        assertThat(renewed.token()).isNotEqualTo(ada.token());
        assertThat(renewed.session()).isEqualTo(ada.session());
        assertThat(answer.instant("expires_at")).isCloseTo(in(Duration.ofDays(7)), within(1, ChronoUnit.MINUTES));
        assertThat(answer.json().path("expires_in").asLong()).isEqualTo(604_800);
        assertThat(end()).isEqualTo(answer.instant("expires_at"));
        renewed.get(AccountClient.ME).is(200);
    }

    @Test
    void the_old_token_keeps_working_and_can_be_refreshed_again() {
        var tokens = List.of(refresh(ada).is(200), refresh(ada).is(200));

        assertThat(tokens).extracting(answer -> answer.text("access_token")).doesNotHaveDuplicates();
        ada.get(AccountClient.ME).is(200);
    }

    @Test
    void the_token_names_when_it_was_issued_and_the_current_role() {
        Sql.run("update users set role = 'guest' where id = ?", ada.id());

        var claims = DecodedToken.of(refresh(ada).is(200).text("access_token")).claims();

        assertThat(claims.path("role").asText()).isEqualTo("guest");
        assertThat(Instant.ofEpochSecond(claims.path("iat").asLong()))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void a_session_ends_90_days_after_its_start_however_often_it_is_refreshed() {
        startedBefore("89 days");

        var answer = refresh(ada).is(200);

        assertThat(answer.instant("expires_at")).isCloseTo(in(Duration.ofDays(1)), within(1, ChronoUnit.MINUTES));
        assertThat(answer.json().path("expires_in").asLong()).isBetween(86_000L, 86_400L);
        assertThat(end()).isEqualTo(answer.instant("expires_at"));
    }

    @Test
    void past_90_days_a_session_can_not_be_refreshed() {
        startedBefore("90 days");
        Sql.run("update sessions set expires_at = created_at + interval '90 days' where id = ?", ada.session());

        refresh(ada).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void session_max_age_is_settable() {
        try (var api = Api.with(Map.of("SESSION_MAX_AGE", "P30D"))) {
            startedBefore("29 days");

            assertThat(refresh(ada.at(api)).is(200).instant("expires_at"))
                    .isCloseTo(in(Duration.ofDays(1)), within(1, ChronoUnit.MINUTES));
        }
    }

    @Test
    void a_shorter_lifetime_of_tokens_does_not_end_the_session_before_its_other_tokens() {
        var before = end();
        try (var api = Api.with(Map.of("ACCESS_TOKEN_TTL", "PT30M"))) {
            assertThat(refresh(ada.at(api)).is(200).json().path("expires_in").asLong())
                    .isEqualTo(1800);
        }
        assertThat(end()).isEqualTo(before);
    }

    @Test
    void after_a_log_out_no_token_of_the_session_can_be_refreshed() {
        var renewed = Person.of(Api.shared(), refresh(ada).is(200));
        ada.post("/api/v1/auth/logout", "{}").is(200);

        refresh(ada).isProblem(401, "UNAUTHENTICATED");
        refresh(renewed).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void after_a_change_of_password_the_other_sessions_can_not_be_refreshed() {
        var other = People.inAnotherSession(ada);
        new AccountClient(ada)
                .changePassword(Api.PASSWORD, AccountClient.NEW_PASSWORD)
                .is(200);

        refresh(other).isProblem(401, "UNAUTHENTICATED");
        refresh(ada).is(200);
    }

    @Test
    void a_deactivated_user_can_not_refresh() {
        Sql.run("update users set is_active = false where id = ?", ada.id());

        refresh(ada).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void concurrent_refreshes_all_succeed() {
        assertThat(Burst.ofOneUser(20, _ -> refresh(ada)))
                .extracting(Answer::status)
                .containsOnly(200);
    }

    @Test
    void refreshing_is_not_in_the_audit_trail() {
        refresh(ada).is(200);

        assertThat(People.auditTrail(ada)).isEmpty();
    }

    private static Answer refresh(Person person) {
        return person.request("POST", "/api/v1/auth/refresh").send();
    }

    private void startedBefore(String age) {
        Sql.run("""
                update sessions set created_at = date_trunc('second', now()) - ?::interval,
                    expires_at = now() + interval '1 hour' where id = ?""", age, ada.session());
    }

    private Instant end() {
        return Instant.parse(Sql.texts(
                        "select to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from sessions where id = ?",
                        ada.session())
                .getFirst());
    }

    private static Instant in(Duration time) {
        return Instant.now().plus(time);
    }
}
