package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.secrets.ManagedSecret;
import todo.testing.AppRole;
import todo.testing.LogLines;
import todo.testing.SecretsManager;
import todo.testing.Sql;

/// A database whose URL is in Secrets Manager. The test database checks no passwords, so rotation changes the
/// role.
@Isolated("reads the log of the whole process")
final class ManagedDatabaseUrlTest {
    private final AppRole before = AppRole.create("rotated_out", Map.of());
    private final AppRole after = AppRole.create("rotated_in", Map.of());
    private final SecretsManager manager = SecretsManager.holding(before.url());
    private final LogLines lines = LogLines.open();
    private Instant now = Instant.EPOCH;
    private final Database database =
            new Database(new ManagedSecret<>(SecretsManager.ARN, DatabaseUrl::parse, () -> now), 1);

    @AfterEach
    void stop() {
        lines.close();
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

    @Test
    void a_refused_login_makes_the_database_unavailable_while_secrets_manager_fails() {
        assertThat(role()).isEqualTo("rotated_out");
        manager.fail();
        refuseLogin();

        assertThatThrownBy(this::role).isInstanceOf(DatabaseException.Unavailable.class);
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void new_connections_use_the_new_url_after_the_cache_has_expired() {
        assertThat(role()).isEqualTo("rotated_out");
        manager.hold(after.url());
        expireCache();
        assertThat(role()).isEqualTo("rotated_out");

        before.disconnect();

        assertThat(role()).isEqualTo("rotated_in");
    }

    @Test
    void the_last_good_url_stays_in_use_while_secrets_manager_fails() {
        assertThat(role()).isEqualTo("rotated_out");
        manager.fail();
        expireCache();
        before.disconnect();

        assertThat(role()).isEqualTo("rotated_out");
        assertThat(incidents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2", "mysql://todo:hunter2@localhost/todo", "postgres://todo:hunter2@/todo"})
    void a_malformed_url_is_reported_and_the_last_good_url_stays_in_use(String url) {
        assertThat(role()).isEqualTo("rotated_out");
        manager.hold(url);
        expireCache();
        before.disconnect();

        assertThat(role()).isEqualTo("rotated_out");
        assertThat(incidents()).hasSize(1);
        assertThat(lines.text()).doesNotContain("hunter2");
    }

    private void expireCache() {
        now = now.plus(Duration.ofMinutes(5)).plusSeconds(1);
    }

    private List<JsonNode> incidents() {
        return lines.all().stream()
                .filter(line -> line.path("event").asText().equals("secret_unreadable"))
                .toList();
    }

    private void refuseLogin() {
        Sql.run("alter role rotated_out nologin");
        before.disconnect();
        now = now.plus(Duration.ofMinutes(1)); // before the cache expires
    }

    private String role() {
        return database.repeatable(
                "select current_user", query -> query.mapTo(String.class).one());
    }
}
