package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.FaultProxy;
import todo.testing.LogLines;
import todo.testing.Person;

/// The log member `database_ms` contains all time that a request spends on the database.
@Isolated("reads the log of the whole process")
final class DatabaseTimeTest {
    private static final String ME = "/api/v1/users/me";

    private final FaultProxy proxy = FaultProxy.beforeDatabase();
    private final Api api =
            Api.with(Map.of("DATABASE_URL", AppRole.create("timed", Map.of()).url(proxy)));
    private final Person alice = Api.shared().newPerson().at(api);
    private final LogLines lines = LogLines.open();

    @AfterEach
    void stop() {
        lines.close();
        api.close();
        proxy.close();
    }

    @Test
    void database_ms_includes_connecting() {
        proxy.blackHole();
        var cold = CompletableFuture.supplyAsync(() -> alice.get(ME));
        while (proxy.connections() == 0) {
            Thread.onSpinWait();
        }
        var start = System.nanoTime();
        IntStream.range(0, 20).forEach(_ -> api.get("/health").is(200)); // takes time, but not on the database
        var elapsed = (System.nanoTime() - start) / 1e6;
        proxy.pass();

        assertThat(databaseMillis(cold.join().is(200))).isGreaterThan(elapsed);
    }

    @Test
    void database_ms_includes_failed_connection_attempts() {
        proxy.refuse();

        assertThat(databaseMillis(alice.get(ME).isUnavailable())).isPositive();
    }

    private double databaseMillis(Answer answer) {
        return lines.of(answer).getFirst().path("database_ms").asDouble();
    }
}
