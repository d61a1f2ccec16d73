package todo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import todo.local.LocalDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("todo.testing.PgBouncer#installed")
class PgBouncerTest {
    private final LocalDatabase postgres = LocalDatabase.temporary();
    private final URI database =
            URI.create("postgres://app:it's%%20a%%20secret@127.0.0.1:%d/postgres".formatted(postgres.port()));

    @BeforeAll
    void create_role() throws SQLException {
        try (var direct = postgres.owner().getConnection();
                var statement = direct.createStatement()) {
            statement.execute("create role app login password 'it''s a secret'");
        }
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void every_client_becomes_the_user_of_the_url() throws SQLException {
        try (var bouncer = PgBouncer.before(database, 0);
                var connection = connect(bouncer, 0)) {
            assertThat(text(connection, "select current_user")).isEqualTo("app");
        }
    }

    @Test
    void statements_of_one_client_run_in_several_sessions() throws SQLException {
        try (var bouncer = PgBouncer.before(database, 0);
                var connection = connect(bouncer, 0)) {
            openBothSessions(bouncer, connection);

            var first = text(connection, "select pg_backend_pid()");
            var second = text(connection, "select pg_backend_pid()");

            assertThat(first).isNotEqualTo(second);
        }
    }

    @Test
    void a_prepared_statement_is_lost_without_support_for_it() throws SQLException {
        try (var bouncer = PgBouncer.before(database, 0);
                var connection = connect(bouncer, 1)) {
            openBothSessions(bouncer, connection);

            assertThatThrownBy(() -> sessionsOfFourExecutions(connection))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("prepared statement");
        }
    }

    @Test
    @EnabledIf("todo.testing.PgBouncer#prepares")
    void a_prepared_statement_is_found_in_every_session_with_support_for_it() throws SQLException {
        try (var bouncer = PgBouncer.before(database, 200);
                var connection = connect(bouncer, 1)) {
            openBothSessions(bouncer, connection);

            assertThat(sessionsOfFourExecutions(connection)).hasSize(2);
        }
    }

    @Test
    void a_failed_start_reports_the_reason() {
        var unspeakable = URI.create("postgres://app:secret@127.0.0.1:5432/to%0Ado");

        assertThatThrownBy(() -> PgBouncer.before(unspeakable, 0))
                .hasMessageContaining("FATAL cannot load config file");
    }

    /// Two concurrent transactions open both server connections, which alternate from then on.
    private static void openBothSessions(PgBouncer bouncer, Connection connection) throws SQLException {
        try (var other = connect(bouncer, 0)) {
            connection.setAutoCommit(false);
            other.setAutoCommit(false);
            text(connection, "select 1");
            text(other, "select 1");
            other.commit();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /// Executes each in its own transaction, because outside of one the driver prepares a lost statement again.
    private static Set<String> sessionsOfFourExecutions(Connection connection) throws SQLException {
        var sessions = new HashSet<String>();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("select pg_backend_pid()")) {
            for (var execution = 1; execution <= 4; execution++) {
                sessions.add(text(statement.executeQuery()));
                connection.commit();
            }
        }
        return sessions;
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            return text(statement.executeQuery(query));
        }
    }

    private static String text(ResultSet row) throws SQLException {
        try (row) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(PgBouncer bouncer, int prepareThreshold) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://%s:%d%s?user=anyone&prepareThreshold=%d"
                .formatted(
                        bouncer.url().getHost(),
                        bouncer.url().getPort(),
                        bouncer.url().getPath(),
                        prepareThreshold));
    }
}
