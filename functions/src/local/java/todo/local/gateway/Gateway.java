package todo.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.jetty.server.Server;
import todo.local.gateway.template.Template;

/// A running API. Closing it lets requests end that are under way.
public final class Gateway implements AutoCloseable {
    private final Server server;
    private final ExecutorService threads;
    private final URI url;

    private Gateway(Server server, ExecutorService threads, URI url) {
        this.server = server;
        this.threads = threads;
        this.url = url;
    }

    /// Asks for a handler by its `Handler` string, once per function; port 0 takes any free one.
    public static Gateway start(
            Template template, Function<String, RequestStreamHandler> handlers, String host, int port) {
        return start(template, handlers, host, port, Duration.ofSeconds(29));
    }

    /// API Gateway's patience with a function is 29 seconds.
    public static Gateway start(
            Template template,
            Function<String, RequestStreamHandler> handlers,
            String host,
            int port,
            Duration patience) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var stage = new Deployment(template, threads, patience).stage(handlers);
        var server = Web.serve(stage, threads, host, port);
        try {
            server.start();
        } catch (Exception taken) {
            threads.shutdownNow();
            throw new IllegalStateException("Can't serve on %s:%d".formatted(host, port), taken);
        }
        return new Gateway(server, threads, Web.url(server, host));
    }

    /// Without the stage, which may be put behind it or left out.
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception stuck) {
            throw new IllegalStateException("The gateway did not stop", stuck);
        } finally {
            threads.shutdownNow();
        }
    }
}
