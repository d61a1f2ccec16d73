package todo.storm.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import todo.storm.Fault;
import todo.testing.Api;
import todo.testing.FaultProxy;
import todo.testing.PgBouncer;

/// The API in two processes, on a database of its own, in which everything can fail:
///
/// ```
/// clients - proxy - API            \
///                                   - proxy - PgBouncer (if installed) - PostgreSQL
/// clients -         API, own process /
/// ```
///
/// Its faults must strike one after the other.
public final class FaultySystem implements AutoCloseable {
    /// PgBouncer waits 15 seconds by default before it tries a database again that it could not reach.
    private static final String POOLER = """
            default_pool_size = 20
            server_login_retry = 0.1
            """;

    private static final int PREPARED_STATEMENTS = 200;

    private final Resources resources;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final Cluster cluster;
    private final FaultProxy front;
    private final List<Api> apis;

    private FaultySystem(Resources resources) throws IOException {
        this.resources = resources;
        this.cluster = startCluster();
        var link = resources.add(FaultProxy.before("127.0.0.1", startPooler()));
        // the driver waits longer than the statement timeout, but shorter than the longest fault
        var settings = Map.of("DATABASE_URL", "%s?socketTimeout=3".formatted(cluster.url(link.port())));
        var api = resources.add(Api.with(settings));
        this.front = resources.add(FaultProxy.before("127.0.0.1", api.url().getPort()));
        var environment = Api.environment(settings);
        environment.put("AWS_LAMBDA_MAX_CONCURRENCY", "8");
        var second = resources.add(GatewayJvm.start(environment));
        this.apis = List.of(Api.at(URI.create("http://127.0.0.1:" + front.port())), second.api());

        var person = second.api().newPerson();
        person.newTask("Creates the feed that a fault locks");
        faults.addAll(new ServerFaults(cluster).all());
        faults.add(new LastingFault("pool full", new FullPool(cluster)));
        faults.addAll(new LinkFaults("client connections", front).all());
        faults.addAll(new LinkFaults("database connections", link).all());
        faults.addAll(new FrozenFunction(second, person, cluster).all());
    }

    public static FaultySystem start() throws IOException {
        var resources = new Resources();
        try {
            return new FaultySystem(resources);
        } catch (IOException | RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    /// The data are on a file system of their own where that is possible.
    private Cluster startCluster() throws IOException {
        var folder = Files.createTempDirectory("storm");
        resources.add(() -> delete(folder));
        var disk = SmallDisk.mount(folder);
        disk.ifPresent(resources::add);
        var started = resources.add(Cluster.start(folder.resolve("data")));
        if (disk.isPresent()) {
            faults.addAll(new FullDisk(disk.get(), started).all());
        } else {
            skipped.add("disk full: only root can mount a small file system (run as root)");
        }
        return started;
    }

    /// Returns the port of the pooler, or of the database if there is no pooler.
    private int startPooler() {
        if (!PgBouncer.prepares()) {
            skipped.add("PgBouncer restarted: it is not installed (Debian's package pgbouncer, 1.21 or newer)");
            return cluster.port();
        }
        var database = URI.create(cluster.url(cluster.port()));
        var pooler = resources.add(PgBouncer.before(database, PREPARED_STATEMENTS, POOLER));
        faults.add(new LastingFault("PgBouncer restarted", _ -> {
            pooler.close();
            return pooler::reopen;
        }));
        return pooler.url().getPort();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// The API in this process.
    public Api api() {
        return apis.getFirst();
    }

    /// All processes of the API. They share the database, so tokens are valid in each.
    public List<Api> apis() {
        return apis;
    }

    /// The faults that can be produced on this machine.
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /// The other faults, each with the reason and what to install.
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    Cluster cluster() {
        return cluster;
    }

    /// Counts the connections of clients to [#api] so far.
    int clientConnections() {
        return front.connections();
    }

    @Override
    public void close() {
        resources.close();
    }
}
