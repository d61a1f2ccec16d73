package todo.storm.faults;

import java.util.List;
import java.util.random.RandomGenerator;
import todo.storm.Fault;

/// The faults of PostgreSQL's processes.
record ServerFaults(Cluster cluster) {
    List<Fault> all() {
        return List.of(
                new LastingFault("PostgreSQL killed", _ -> {
                    cluster.kill();
                    return cluster::recover;
                }),
                new LastingFault("PostgreSQL shut down immediately", _ -> {
                    cluster.shutDownImmediately();
                    return cluster::recover;
                }),
                new LastingFault("a backend killed, so that PostgreSQL recovers", this::killBackend),
                new LastingFault("all backends terminated", _ -> terminate(cluster.backends())),
                new LastingFault("some backends terminated", random -> terminate(some(random))));
    }

    private AutoCloseable killBackend(RandomGenerator random) {
        some(random).stream()
                .limit(1)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .forEach(ProcessHandle::destroyForcibly);
        return cluster::recover;
    }

    /// Draws once, however many there are: otherwise a seed would not repeat the faults that follow.
    private List<String> some(RandomGenerator random) {
        var all = cluster.backends();
        return all.subList((int) (random.nextDouble() * all.size()), all.size());
    }

    private AutoCloseable terminate(List<String> backends) {
        cluster.terminate(backends);
        return () -> {};
    }
}
