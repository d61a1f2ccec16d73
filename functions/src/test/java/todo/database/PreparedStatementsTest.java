package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Burst;
import todo.testing.Person;
import todo.testing.PgBouncer;
import todo.testing.Request;
import todo.testing.Sql;
import todo.testing.TaskRequests;

/// Statements are planned once on the server, even if a pooler shares server connections among clients.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PreparedStatementsTest {
    private static final int ENOUGH_FOR_A_GENERIC_PLAN = 6;
    private static final int SERVER_CONNECTIONS = 2;

    private final AppRole role = AppRole.create("preparing", Map.of("pg_stat_statements.track_planning", "on"));
    private final Person alice = Api.shared().newPerson();
    private final String task = alice.task(alice.newTask("Buy milk"));

    @AfterAll
    void stop() {
        role.disconnect();
    }

    @Test
    void a_warm_connection_plans_no_statement() {
        try (var api = environment(role.url())) {
            warm(api);
            var before = plans();

            warm(api);

            assertThat(plans()).isEqualTo(before);
        }
    }

    @Test
    @EnabledIf("todo.testing.PgBouncer#prepares")
    void a_new_instance_behind_a_warm_pooler_plans_no_statement() {
        try (var pooler = PgBouncer.before(URI.create(role.url()), 200)) {
            try (var first = environment(pooler.url().toString())) {
                IntStream.range(0, SERVER_CONNECTIONS).forEach(_ -> warm(first));
            }
            var before = plans();
            try (var second = environment(pooler.url().toString())) {
                warm(second);
            }

            assertThat(plans()).isEqualTo(before);
        }
    }

    @Test
    @EnabledIf("todo.testing.PgBouncer#prepares")
    void clients_that_share_server_connections_do_not_execute_each_others_statements() {
        try (var pooler = PgBouncer.before(URI.create(role.url()), 200)) {
            var environments = IntStream.range(0, 12)
                    .mapToObj(_ -> environment(pooler.url().toString()))
                    .toList();
            var answers = Burst.of(environments.size(), number -> fiftyRequests(alice.at(environments.get(number))));
            environments.forEach(Api::close);

            assertThat(answers.stream().flatMap(List::stream)).hasSize(600).allSatisfy(Answer::isSuccess);
            assertThat(role.connections()).isEqualTo(SERVER_CONNECTIONS);
        }
    }

    /// The pooler does not notice the second variant.
    @ParameterizedTest
    @ValueSource(strings = {"deallocate all", "do $$ begin execute 'deallocate all'; end $$"})
    @EnabledIf("todo.testing.PgBouncer#prepares")
    void deallocated_statements_are_prepared_again(String deallocation) throws SQLException {
        try (var pooler = PgBouncer.before(URI.create(role.url()), 200);
                var api = environment(pooler.url().toString())) {
            warm(api);

            runInEachSession(pooler, deallocation);

            assertThat(fiftyRequests(alice.at(api))).allSatisfy(Answer::isSuccess);
        }
    }

    /// Executes a statement on each server connection; the pooler uses them in turn.
    private static void runInEachSession(PgBouncer pooler, String sql) throws SQLException {
        var url = DatabaseUrl.parse(pooler.url().toString());
        var properties = url.properties();
        properties.setProperty("preferQueryMode", "simple");
        try (var connection = DriverManager.getConnection(url.jdbc(), properties);
                var statement = connection.createStatement()) {
            for (var session = 0; session < SERVER_CONNECTIONS; session++) {
                statement.execute(sql);
            }
        }
    }

    private static List<Answer> fiftyRequests(Person person) {
        var onTasks = Stream.generate(() -> TaskRequests.all(person, person.tasks()))
                .limit(7)
                .flatMap(List::stream);
        return Stream.concat(Stream.of(person.request("GET", "/api/v1/users/me")), onTasks)
                .map(Request::send)
                .toList();
    }

    private void warm(Api api) {
        IntStream.range(0, ENOUGH_FOR_A_GENERIC_PLAN)
                .forEach(_ -> alice.at(api).get(task).is(200));
    }

    private long plans() {
        return Sql.number("""
                select coalesce(sum(plans), 0) from pg_stat_statements
                where userid = 'preparing'::regrole and query like '%admitted%'""");
    }

    private static Api environment(String url) {
        return Api.with(Map.of("DATABASE_URL", url, "AWS_LAMBDA_MAX_CONCURRENCY", "1"));
    }
}
