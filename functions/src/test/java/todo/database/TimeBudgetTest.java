package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import todo.local.gateway.template.Template;
import todo.testing.Api;

/// Time limits that depend on each other.
final class TimeBudgetTest {
    private static final Duration PATIENCE_OF_API_GATEWAY = Duration.ofSeconds(29);

    private final DatabaseUrl url = DatabaseUrl.parse(Api.database().url());

    @Test
    void the_function_timeout_covers_connecting_and_the_longest_statement() throws IOException {
        var longest = Connector.LIMIT.plus(PreparedStatements.LONGEST_WAIT).plus(limit("socketTimeout"));

        assertThat(Template.read(Path.of("template.yaml"), Map.of()).functions().values())
                .filteredOn(function -> !function.name().equals("Authorizer")) // the only one without a database
                .hasSizeGreaterThan(9)
                .allSatisfy(function ->
                        assertThat(function.timeout()).isGreaterThan(longest).isLessThan(PATIENCE_OF_API_GATEWAY));
    }

    @Test
    void the_statement_timeout_is_shorter_than_the_socket_timeout() throws SQLException {
        try (var connection = DriverManager.getConnection(url.jdbc(), url.properties());
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select extract(epoch from current_setting('statement_timeout')::interval)")) {
            row.next();

            assertThat(row.getInt(1)).isPositive().isLessThan((int)
                    limit("socketTimeout").toSeconds());
        }
    }

    private Duration limit(String property) {
        return Duration.ofSeconds(Integer.parseInt(url.properties().getProperty(property)));
    }
}
