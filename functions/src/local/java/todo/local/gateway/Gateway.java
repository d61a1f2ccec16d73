package todo.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.jetty.server.Server;
import todo.local.gateway.template.Template;

/// Serves a SAM template's REST API over HTTP as API Gateway does, and runs its functions in this process.
/// Closing it waits for requests in progress.
public final class Gateway implements AutoCloseable {
    private final Server server;
    private final ExecutorService threads;
    private final URI url;

    private Gateway(Server server, ExecutorService threads, URI url) {
        this.server = server;
        this.threads = threads;
        this.url = url;
    }

    /// Starts a gateway with API Gateway's time limit of 29 seconds.
    ///
    /// @param handlers creates the handler of a function from its `Handler` property; called once per function
    /// @param port 0 selects a free port
    /// @throws IllegalStateException if the port is in use
    public static Gateway start(
            Template template, Function<String, RequestStreamHandler> handlers, String host, int port) {
        return start(template, handlers, host, port, Duration.ofSeconds(29));
    }

    /// Starts a gateway with another time limit for functions and request bodies.
    public static Gateway start(
            Template template,
            Function<String, RequestStreamHandler> handlers,
            String host,
            int port,
            Duration timeout) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var stage = new Deployment(template, threads, timeout).stage(handlers);
        var server = JettyServer.create(stage, threads, host, port);
        try {
            server.start();
        } catch (Exception failure) {
            threads.shutdownNow();
            throw new IllegalStateException("Can't serve on %s:%d".formatted(host, port), failure);
        }
        return new Gateway(server, threads, JettyServer.url(server, host));
    }

    /// Returns the URL without the stage. Request paths may start with the stage.
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("The gateway did not stop", failure);
        } finally {
            threads.shutdownNow();
        }
    }
}
