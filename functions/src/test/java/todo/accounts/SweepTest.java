package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Sql;

/// Whoever logs in takes out what is past its time.
final class SweepTest {
    private static final String STALE = "ffffffff-ffff-ffff-ffff-fffffffffff";

    private final Person ada = Api.shared().newPerson();

    @BeforeEach
    void nothing_else_is_stale() {
        Sql.run("delete from rate_windows");
        Sql.run("delete from attempts");
        Sql.run("delete from sessions where expires_at < now()");
        Sql.run("delete from idempotency_keys");
    }

    @Test
    void windows_go_two_hours_after_their_last_request() {
        window(1, "121 minutes");
        window(2, "119 minutes");

        logIn();

        assertThat(Sql.texts("select subject from rate_windows")).containsExactly(STALE + 2);
    }

    @Test
    void failures_go_when_they_count_no_more_and_lock_no_more() {
        attempts(1, "16 minutes", "1 minute");
        attempts(2, "14 minutes", "1 minute");
        attempts(3, "16 minutes", "-1 minute");

        logIn();

        assertThat(Sql.texts("select key from attempts order by 1")).containsExactly(STALE + 2, STALE + 3);
    }

    @Test
    void sessions_go_when_they_have_expired_twenty_at_a_time() {
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
                STALE + number,
                age);
    }

    private static void attempts(int number, String age, String lockEnded) {
        Sql.run(
                "insert into attempts values (?::uuid, array[now() - ?::interval], now() - ?::interval)",
                STALE + number,
                age,
                lockEnded);
    }
}
