package todo.load;

import java.time.Duration;
import todo.load.measure.Report;

/// The peak load of a day: `-Dusers=1000` concurrent users for `-Dduration=5m`, after a ramp-up of one minute.
public final class Users extends Stage {
    private final Duration duration = Options.duration("5m");

    public Users() {
        super("users");
        simulateVisits(duration);
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
