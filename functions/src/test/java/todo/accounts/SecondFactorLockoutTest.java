package todo.accounts;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Authenticator;
import todo.testing.Burst;
import todo.testing.OpenTransaction;
import todo.testing.Sql;

/// Wrong codes lock an account as wrong passwords do, so that a thief of the password can't guess the code.
final class SecondFactorLockoutTest {
    private final Api api = Api.withLongTimeouts();
    private final Authenticator app = Authenticator.ofNewUser().at(api);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void five_wrong_codes_lock_the_account_for_right_ones_too() {
        fail(5);

        app.logIn(app.code(1)).isProblem(429, "ACCOUNT_LOCKED");
        app.logInWithoutCode().isProblem(429, "ACCOUNT_LOCKED");
        assertThat(Sql.texts(
                        "select event from audit_events where user_id = ? order by id",
                        app.person().id()))
                .endsWith("log_in_failed", "log_in_failed", "lockout");
    }

    @Test
    void wrong_passwords_and_wrong_codes_add_up() {
        fail(3);
        api.logIn(app.person().email(), "wrong").isProblem(401, "INVALID_CREDENTIALS");
        fail(1);

        app.logIn(app.code(1)).isProblem(429, "ACCOUNT_LOCKED");
    }

    @Test
    void of_1000_concurrent_guesses_five_are_checked() {
        var answers = Burst.of(1000, _ -> app.logIn(app.wrongCode()));

        assertThat(outcomes(answers)).isEqualTo(Map.of("401 INVALID_TOTP", 5L, "429 ACCOUNT_LOCKED", 995L));
    }

    @Test
    void the_password_alone_does_not_reset_the_wrong_codes() {
        for (var guess = 0; guess < 5; guess++) {
            app.logInWithoutCode().isProblem(401, "TOTP_REQUIRED");
            fail(1);
        }

        app.logIn(app.code(1)).isProblem(429, "ACCOUNT_LOCKED");
    }

    @Test
    void the_password_alone_counts_as_no_failure() {
        for (var time = 0; time < 6; time++) {
            app.logInWithoutCode().isProblem(401, "TOTP_REQUIRED");
        }

        assertThat(failures()).isZero();
        app.logIn(app.code(1)).is(200);
    }

    @Test
    void the_password_alone_in_the_last_place_does_not_lock_the_account() {
        fail(4);

        app.logInWithoutCode().isProblem(401, "TOTP_REQUIRED");

        assertThat(failures()).isEqualTo(4);
        app.logIn(app.code(1)).is(200);
        assertThat(failures()).isZero();
    }

    @Test
    void concurrent_log_ins_with_the_password_alone_each_give_their_own_place_back() {
        fail(1);

        var answers = Burst.of(4, _ -> app.logInWithoutCode());

        assertThat(outcomes(answers)).isEqualTo(Map.of("401 TOTP_REQUIRED", 4L));
        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void bursts_of_the_password_alone_and_of_wrong_codes_test_five_codes() {
        var answers = Burst.of(200, number -> number % 2 == 0 ? app.logInWithoutCode() : app.logIn(app.wrongCode()));

        assertThat(outcomes(answers).getOrDefault("401 INVALID_TOTP", 0L)).isLessThanOrEqualTo(5);
        assertThat(failures()).isEqualTo(outcomes(answers).getOrDefault("401 INVALID_TOTP", 0L));
    }

    @Test
    void of_two_log_ins_with_the_same_code_at_the_same_moment_one_succeeds() {
        var code = app.code(1);

        var answers = OpenTransaction.lockingAccountOf(app.person())
                .commitDuring(List.of(() -> app.logIn(code), () -> app.logIn(code)));

        assertThat(outcomes(answers)).isEqualTo(Map.of("200", 1L, "401 INVALID_TOTP", 1L));
    }

    @Test
    void of_five_log_ins_with_the_same_recovery_code_at_the_same_moment_one_succeeds() {
        var code = app.recoveryCodes().getLast();

        var answers = Burst.of(5, _ -> app.logIn(code));

        assertThat(outcomes(answers)).isEqualTo(Map.of("200", 1L, "401 INVALID_TOTP", 4L));
        assertThat(Sql.number(
                        "select count(*) from recovery_codes where user_id = ?",
                        app.person().id()))
                .isEqualTo(9);
    }

    @Test
    void two_log_ins_with_different_codes_at_the_same_moment_both_succeed() {
        var codes = app.recoveryCodes();

        var answers = OpenTransaction.lockingAccountOf(app.person())
                .commitDuring(List.of(() -> app.logIn(codes.get(0)), () -> app.logIn(codes.get(1))));

        assertThat(outcomes(answers)).isEqualTo(Map.of("200", 2L));
    }

    private void fail(int times) {
        for (var time = 0; time < times; time++) {
            app.logIn(app.wrongCode()).isProblem(401, "INVALID_TOTP");
        }
    }

    private long failures() {
        return Sql.number(
                "select coalesce(sum(cardinality(failures)), 0) from attempts where key = md5('account ' || ?)::uuid",
                app.person().id().toString());
    }

    private static Map<String, Long> outcomes(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::outcome, counting()));
    }
}
