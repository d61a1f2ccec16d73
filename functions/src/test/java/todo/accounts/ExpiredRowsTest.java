package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Sql;

/// Each log-in deletes a few expired rows of any user.
@Isolated("deletes the counters of all tests, because a log-in deletes only the next twenty after a random key")
final class ExpiredRowsTest {
    /// A digit completes it. It sorts after almost every random key.
    private static final String KEY = "ffffffff-ffff-ffff-ffff-fffffffffff";

    private final Person ada = Api.shared().newPerson();

    @BeforeEach
    void no_other_rows_have_expired() {
        Sql.run("delete from rate_windows");
        Sql.run("delete from attempts");
        Sql.run("delete from sessions where expires_at < now()");
    }

    @Test
    void a_log_in_deletes_rate_windows_two_hours_after_their_last_request() {
        window(1, "121 minutes");
        window(2, "100 minutes");

        logIn();

        assertThat(Sql.texts("select subject from rate_windows")).containsExactly(KEY + 2);
    }

    @Test
    void a_log_in_deletes_failure_counters_that_have_expired_and_lock_nothing() {
        attempts(1, "16 minutes", "1 minute");
        attempts(2, "5 minutes", "1 minute");
        attempts(3, "16 minutes", "-10 minutes");

        logIn();

        assertThat(Sql.texts("select key from attempts order by 1")).containsExactly(KEY + 2, KEY + 3);
    }

    @Test
    void a_log_in_deletes_twenty_expired_sessions() {
        Sql.run("""
                insert into sessions (id, user_id, epoch, ip, expires_at)
                select gen_random_uuid(), ?, 1, '203.0.113.7', now() - interval '1 second' from generate_series(1, 30)""", ada.id());

        logIn();
        assertThat(expired()).isEqualTo(10);

        logIn();
        assertThat(expired()).isZero();
        ada.get("/api/v1/users/me").is(200);
    }

    private void logIn() {
        Api.shared().logIn(ada.email(), PASSWORD).is(200);
    }

    private long expired() {
        return Sql.number("select count(*) from sessions where user_id = ? and expires_at < now()", ada.id());
    }

    private static void window(int number, String age) {
        Sql.run(
                "insert into rate_windows values (?::uuid, extract(epoch from now() - ?::interval), array_fill(1, array[13]))",
                KEY + number,
                age);
    }

    private static void attempts(int number, String age, String lockEnded) {
        Sql.run(
                "insert into attempts values (?::uuid, array[now() - ?::interval], now() - ?::interval)",
                KEY + number,
                age,
                lockEnded);
    }
}
