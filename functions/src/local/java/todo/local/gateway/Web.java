package todo.local.gateway;

import java.net.URI;
import java.util.concurrent.ExecutorService;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The HTTP server, set up so that no client can hold it up.
final class Web {
    private static final int DRAIN_MILLIS = 30_000;
    private static final int HEADER_BYTES = 16 * 1024;

    private Web() {}

    /// Requests are handled on the virtual threads, sockets by a few others.
    static Server serve(Stage stage, ExecutorService threads, String host, int port) {
        var pool = new QueuedThreadPool(8);
        pool.setName("gateway");
        pool.setVirtualThreadsExecutor(threads);
        var server = new Server(pool);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(stage.patience().plusSeconds(1).toMillis());
        connector.setShutdownIdleTimeout(100);
        connector.setAcceptQueueSize(1024); // for bursts: the standard is 50
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new Front(stage)));
        server.setErrorHandler(new ErrorPage(stage));
        server.setStopTimeout(DRAIN_MILLIS);
        return server;
    }

    static URI url(Server server, String host) {
        var port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port));
    }

    /// Every path is let through as it was sent: the API decides what it means. Names keep their case.
    private static HttpConfiguration configuration() {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setResponseHeaderSize(HEADER_BYTES);
        configuration.setHeaderCacheCaseSensitive(true); // else "Bearer ABC" may arrive as the "Bearer abc" before it
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setHttpCompliance(
                HttpCompliance.RFC9110.with("as-sent", HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME));
        return configuration;
    }
}
