package todo.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Burst;
import todo.testing.FaultProxy;
import todo.testing.Person;
import todo.testing.Sql;

final class ReadinessTest {
    /// Above the probe's own limit of 2 seconds, and below every other one: a statement may take 8 seconds.
    private static final Duration LIMIT = Duration.ofSeconds(6);

    private static final String READINESS = "/api/v1/health/db";
    private static final Person ALICE = Api.shared().newPerson();

    private final FaultProxy proxy = FaultProxy.beforeDatabase();
    private final AppRole role = AppRole.create("probed", Map.of());
    private final Api api = Api.with(Map.of("DATABASE_URL", role.url(proxy), "AWS_LAMBDA_MAX_CONCURRENCY", "2"));

    @AfterEach
    void stop() {
        api.close();
        proxy.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/health/db", "/health/db"})
    void readiness_answers_200_while_the_database_answers(String path) {
        var answer = api.get(path).is(200);

        assertThat(answer.text("status")).isEqualTo("healthy");
        assertThat(answer.text("database")).isEqualTo("connected");
        assertThat(answer.instant("timestamp")).isBeforeOrEqualTo(Instant.now());
        assertThat(answer.json()).hasSize(3);
    }

    @Test
    void a_second_check_within_the_cache_time_causes_no_statement() {
        var first = api.get(READINESS).is(200);
        var statements = role.statements();

        assertThat(api.get("/health/db").is(200).text("timestamp")).isEqualTo(first.text("timestamp"));
        assertThat(role.statements()).isEqualTo(statements);
    }

    @Test
    void readiness_answers_503_if_the_database_refuses_connections() {
        proxy.refuse();
        proxy.cut();

        isUnhealthy();
    }

    @Test
    void readiness_answers_503_if_the_network_drops_packets_of_an_open_connection() {
        openConnection();
        proxy.blackHole();

        isUnhealthy();
    }

    @Test
    void readiness_answers_503_if_connecting_times_out() {
        proxy.blackHole();

        isUnhealthy();
    }

    @Test
    void readiness_answers_503_if_the_server_hangs() throws IOException, InterruptedException {
        openConnection();
        var servers = Sql.texts("select pid from pg_stat_activity where usename = 'probed'");

        signal("STOP", servers);
        isUnhealthy();
        signal("CONT", servers);
    }

    @Test
    void readiness_answers_503_if_the_server_refuses_the_login() {
        Sql.run("alter role probed connection limit 0");

        isUnhealthy();
    }

    @Test
    void concurrent_checks_share_one_connection_attempt() {
        proxy.blackHole();

        assertThat(Burst.of(50, _ -> api.get(READINESS))).hasSize(50).allSatisfy(ReadinessTest::isUnhealthy);
        assertThat(proxy.connections()).isOne();
    }

    /// Opens a connection, which stays idle in the pool.
    private void openConnection() {
        ALICE.at(api).get("/api/v1/users/me").is(200);
    }

    private void isUnhealthy() {
        isUnhealthy(assertTimeoutPreemptively(LIMIT, () -> api.get(READINESS)));
    }

    private static void isUnhealthy(Answer answer) {
        answer.isProblem(503, "DATABASE_UNAVAILABLE");
        assertThat(answer.text("status")).isEqualTo("unhealthy");
        assertThat(answer.header("Retry-After")).hasValue("5");
    }

    private static void signal(String name, List<String> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        command.addAll(processes);
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
