package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import todo.secrets.ManagedSecret;
import todo.testing.AppRole;
import todo.testing.SecretsManager;
import todo.testing.Sql;

/// The database takes the login of the current secret alone, and the function has the one before. Passwords are
/// not checked here, so it is the role that changes.
final class RotatedLoginTest {
    private final AppRole before = AppRole.create("rotated_out", Map.of());
    private final AppRole after = AppRole.create("rotated_in", Map.of());
    private final SecretsManager manager = SecretsManager.holding(before.url());
    private Instant now = Instant.EPOCH;
    private final Database database =
            new Database(new ManagedSecret<>(SecretsManager.ARN, DatabaseUrl::parse, () -> now), 1);

    @AfterEach
    void stop() {
        database.close();
        manager.close();
    }

    @Test
    void a_refused_login_is_fetched_again() {
        assertThat(role()).isEqualTo("rotated_out");
        manager.hold(after.url());
        refuseLogin();

        assertThat(role()).isEqualTo("rotated_in");
    }

    @Test
    void a_refused_login_that_has_not_changed_makes_the_database_unavailable() {
        assertThat(role()).isEqualTo("rotated_out");
        refuseLogin();

        assertThatThrownBy(this::role).isInstanceOf(DatabaseException.Unavailable.class);
        assertThat(manager.calls()).isEqualTo(2);
    }

    private void refuseLogin() {
        Sql.run("alter role rotated_out nologin");
        before.disconnect();
        now = now.plus(Duration.ofMinutes(1)); // too early for a secret to be read again for its age
    }

    private String role() {
        return database.repeatable(
                "select current_user", query -> query.mapTo(String.class).one());
    }
}
