package todo.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;

import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import todo.load.measure.Report;

/// The peak of a day: `-Dusers=1000` at once for `-Dduration=5m`, after they have arrived during one minute.
public final class Users extends Stage {
    private final Duration duration = Options.duration("5m");

    public Users() {
        super("users");
        visits(arrivals -> new OpenInjectionStep[] {
                    rampUsersPerSec(0).to(arrivals).during(VISIT),
                    constantUsersPerSec(arrivals).during(duration)
                })
                .assertions(
                        global().failedRequests().percent().lt(0.1),
                        global().responseTime().percentile(95.0).lt(100));
    }

    @Override
    void report(Report report) {
        var allPresent = level(users, start.plus(VISIT), start.plus(VISIT).plus(duration));
        report.add("%,d answers a second while all users were there"
                .formatted(allPresent.answers().all() / allPresent.seconds()));
        report.add("p95 of a request's statements: %.1f ms".formatted(api.log().databaseP95()));
        report.require(api.log().databaseP95() < 50, "the p95 of a request's statements is not below 50 ms");
    }
}
