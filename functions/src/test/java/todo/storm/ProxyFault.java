package todo.storm;

import java.util.List;
import java.util.random.RandomGenerator;
import todo.testing.FaultProxy;

/// A failure of the network that a proxy simulates.
record ProxyFault(String name, FaultProxy proxy, Runnable failure) implements Fault {
    private static final int LONGEST_MILLIS = 2000;

    /// Returns the failures of connections between clients and the API.
    static List<Fault> ofClients(FaultProxy proxy) {
        return List.of(
                new ProxyFault("clients' connections closed", proxy, proxy::cut),
                new ProxyFault("clients' connections reset", proxy, proxy::reset));
    }

    /// Returns the failures of connections between the API and the database.
    static List<Fault> ofDatabase(FaultProxy proxy) {
        return List.of(
                new ProxyFault("database connections closed", proxy, proxy::cut),
                new ProxyFault("database connections reset", proxy, proxy::reset),
                new ProxyFault("reply of the database lost", proxy, proxy::cutAfterRequest),
                new ProxyFault("black hole before the database", proxy, proxy::blackHole),
                new ProxyFault("database refuses connections", proxy, proxy::refuse));
    }

    @Override
    public void strike(RandomGenerator random) throws InterruptedException {
        failure.run();
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
        proxy.pass();
    }
}
