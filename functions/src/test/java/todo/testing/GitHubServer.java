package todo.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The part of GitHub that sign-ins need. Each of its answers can be replaced.
public final class GitHubServer implements AutoCloseable {
    public static final String CLIENT_ID = "Iv1.8a61f9b3a7aba766";
    public static final String CLIENT_SECRET = "hunter2-secret";
    public static final String ACCESS_TOKEN = "gho_16C7e42F292c6912E7";
    public static final Redemption REDEMPTION =
            new Redemption("code", "v".repeat(43), IdentityProvider.REDIRECT_URI, "unused-nonce");

    private final HttpServer server;
    private final Map<String, PlannedAnswer> answers = new ConcurrentHashMap<>();
    private final Map<String, String> authorizations = new ConcurrentHashMap<>();
    private volatile String form = "";

    private GitHubServer(HttpServer server) {
        this.server = server;
    }

    public static GitHubServer start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var github = new GitHubServer(HttpServer.create(address, 0));
            github.answer("/login/oauth/access_token", 200, "{\"access_token\": \"%s\"}".formatted(ACCESS_TOKEN));
            github.answer("/user", 200, "{\"id\": %d, \"login\": \"ada\"}".formatted(System.nanoTime()));
            github.answer("/user/emails", 200, """
                    [{"email": "%s", "primary": true, "verified": true}]""".formatted(Api.newEmail()));
            github.server.createContext("/", github::answer);
            github.server.start();
            return github;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// The settings of an API that has GitHub alone.
    public Map<String, String> settings() {
        var registration = """
                {"github": {"type": "github", "client_id": "%s", "client_secret": "%s", "display_name": "GitHub",
                            "url": "%s", "api_url": "%s"}}""".formatted(CLIENT_ID, CLIENT_SECRET, url(), url());
        return Map.of("OIDC_PROVIDERS", registration, "ALLOWED_REDIRECTS", IdentityProvider.REDIRECT_URI);
    }

    public void answer(String path, int status, String body) {
        answers.put(path, new PlannedAnswer(status, body));
    }

    /// Returns the `Authorization` with which the path was requested last.
    public String authorization(String path) {
        return requireNonNull(authorizations.get(path));
    }

    /// Returns the fields of the form that was posted last.
    public Map<String, String> form() {
        return Arrays.stream(form.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            authorizations.put(
                    path,
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                            .orElse(""));
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            form = body.isEmpty() ? form : body;
            var answer = requireNonNull(answers.get(path));
            var bytes = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private record PlannedAnswer(int status, String body) {}
}
