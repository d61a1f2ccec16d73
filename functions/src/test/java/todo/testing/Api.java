package todo.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import todo.App;
import todo.Settings;
import todo.local.LocalDatabase;
import todo.local.LocalFunctions;
import todo.local.gateway.Gateway;
import todo.local.gateway.template.LambdaFunction;
import todo.local.gateway.template.Template;

/// The API as a client meets it: over HTTP, behind the local gateway, on a real database that all tests of a run share.
/// Its limits are off unless a test sets them, because all tests come from one address.
public final class Api implements AutoCloseable {
    public static final String PASSWORD = "correct horse battery staple";
    /// What signs its tokens, under the key id `test`.
    public static final String TOKEN_KEY = "dG9kby10ZXN0LWtleS0wMTIzNDU2Nzg5YWJjZGVmZ2hpams";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Map<String, String> STANDARD = Map.of(
            "TOKEN_KEYS", "test:" + TOKEN_KEY,
            "RATE_LIMIT_REGISTER", "0",
            "RATE_LIMIT_LOGIN", "0",
            "RATE_LIMIT_USER", "0");

    private final LocalFunctions functions;
    private final Gateway gateway;

    private Api(LocalFunctions functions, Gateway gateway) {
        this.functions = functions;
        this.gateway = gateway;
    }

    /// The one with no limits, for every test that needs nothing else.
    public static Api shared() {
        return Shared.API;
    }

    public static LocalDatabase database() {
        return Shared.DATABASE;
    }

    /// Another one on the same database; `settings` override the standard ones.
    public static Api with(Map<String, String> settings) {
        return started(template(), settings, Duration.ofSeconds(29));
    }

    /// Another one whose functions may take minutes: two cores can't hash fifty passwords within Lambda's limits.
    public static Api patient() {
        var template = template();
        var functions = new HashMap<>(template.functions());
        functions.replaceAll((name, it) -> new LambdaFunction(name, it.handler(), PATIENCE, it.memory()));
        return started(new Template(template.api(), functions, template.routes()), Map.of(), PATIENCE);
    }

    private static Api started(Template template, Map<String, String> settings, Duration patience) {
        var environment = environment(settings);
        environment.putIfAbsent("AWS_LAMBDA_MAX_CONCURRENCY", "24");
        var functions = new LocalFunctions(App.with(Settings.from(environment)));
        return new Api(functions, Gateway.start(template, functions, "127.0.0.1", 0, patience));
    }

    private static Template template() {
        try {
            return Template.read(Path.of("template.yaml"), Map.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What a function of such an API finds in its environment.
    public static Map<String, String> environment(Map<String, String> settings) {
        var environment = new HashMap<String, String>(STANDARD);
        environment.put("DATABASE_URL", database().url());
        environment.putAll(settings);
        return environment;
    }

    public URI url() {
        return gateway.url();
    }

    public Request request(String method, String path) {
        return Request.of(method, gateway.url().resolve(path));
    }

    public Answer get(String path) {
        return request("GET", path).send();
    }

    public Answer post(String path, String json) {
        return request("POST", path).json(json).send();
    }

    /// One of its functions by the name of its handler, for an event that no gateway makes.
    public RequestStreamHandler function(String handler) {
        return functions.apply(handler);
    }

    public Answer register(String json) {
        return post("/api/v1/auth/register", json);
    }

    /// By email if `name` looks like one, else by username. Both are written into JSON as they are.
    public Answer logIn(String name, String password) {
        var member = name.contains("@") ? "email" : "username";
        return post("/api/v1/auth/login", "{\"%s\": \"%s\", \"password\": \"%s\"}".formatted(member, name, password));
    }

    /// Someone who has just registered.
    public Person newPerson() {
        return Person.registered(this, newEmail(), PASSWORD);
    }

    /// An address that nobody has yet.
    public static String newEmail() {
        return "person-" + UUID.randomUUID() + "@example.org";
    }

    @Override
    public void close() {
        gateway.close();
    }

    private static final class Shared {
        private static final LocalDatabase DATABASE = LocalDatabase.temporary();
        private static final Api API = with(Map.of());

        private Shared() {}
    }
}
