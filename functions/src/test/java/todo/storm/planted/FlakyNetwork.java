package todo.storm.planted;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import todo.storm.check.Checker;
import todo.storm.clients.Workload;
import todo.storm.history.Violation;
import todo.testing.Api;
import todo.testing.FaultProxy;

/// Loses the answers of an API: it cuts the connections between the API and its clients again and again.
final class FlakyNetwork implements AutoCloseable {
    private static final long MILLIS_BETWEEN_CUTS = 40;

    private final FaultProxy proxy;

    FlakyNetwork(Api api) {
        this.proxy = FaultProxy.before("127.0.0.1", api.url().getPort());
    }

    List<Violation> violations(int clients, int operations) throws Exception {
        var seed = RandomGenerator.getDefault().nextLong();
        var workload = new Workload(List.of(URI.create("http://127.0.0.1:" + proxy.port())), seed, clients, 0);
        try (var cuts = Executors.newSingleThreadScheduledExecutor()) {
            var _ = cuts.scheduleAtFixedRate(proxy::cut, 0, MILLIS_BETWEEN_CUTS, TimeUnit.MILLISECONDS);
            var history = workload.perform(operations, cuts::shutdownNow);
            return Checker.violations(history);
        }
    }

    @Override
    public void close() {
        proxy.close();
    }
}
