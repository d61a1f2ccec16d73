package todo.load;

import todo.load.measure.Report;
import todo.load.measure.Watch;

/// Endurance: `-Dusers=1000` concurrent users for `-Dduration=30m` or hours. The memory, threads and
/// connections of the API and the bloat of its tables must level off.
public final class Soak extends Stage {
    private final Watch watch =
            Watch.start(api.gateway().process().pid(), api.owner(), folder.resolve("occupied.html"));

    public Soak() {
        super("soak");
        simulateVisits(Options.duration("30m"));
    }

    @Override
    void report(Report report) {
        watch.close();
        watch.report(report);
    }
}
