package todo.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;

import io.gatling.javaapi.core.OpenInjectionStep;
import todo.load.measure.Report;
import todo.load.measure.Watch;

/// `-Dusers=1000` at once for `-Dduration=30m` or hours. What the API and its database occupy must level off.
public final class Soak extends Stage {
    private final Watch watch =
            Watch.start(api.gateway().process().pid(), api.owner(), folder.resolve("occupied.html"));

    public Soak() {
        super("soak");
        var duration = Options.duration("30m");
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
        watch.close();
        watch.report(report);
    }
}
