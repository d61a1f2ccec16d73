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

/// Configures the HTTP server. Slow clients occupy no thread that others need.
final class JettyServer {
    private static final int DRAIN_MILLIS = 30_000;
    private static final int HEADER_BYTES = 16 * 1024;

    private JettyServer() {}

    /// Creates a server that handles requests on virtual threads and sockets on a few platform threads.
    static Server create(Stage stage, ExecutorService threads, String host, int port) {
        var pool = new QueuedThreadPool(8);
        pool.setName("gateway");
        pool.setVirtualThreadsExecutor(threads);
        var server = new Server(pool);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(stage.timeout().plusSeconds(1).toMillis());
        connector.setShutdownIdleTimeout(100);
        connector.setAcceptQueueSize(1024); // for bursts; the default is 50
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new JettyHandler(stage)));
        server.setErrorHandler(new JettyErrorHandler(stage));
        server.setStopTimeout(DRAIN_MILLIS);
        return server;
    }

    static URI url(Server server, String host) {
        var port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port));
    }

    /// Accepts every path as sent, because routing decides about paths, and keeps the case of header names.
    private static HttpConfiguration configuration() {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setResponseHeaderSize(HEADER_BYTES);
        configuration.setHeaderCacheCaseSensitive(true); // otherwise "Bearer ABC" may arrive as an earlier "Bearer abc"
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setHttpCompliance(
                HttpCompliance.RFC9110.with("as-sent", HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME));
        return configuration;
    }
}
