package todo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import todo.App;
import todo.Settings;
import todo.local.LocalDatabase;
import todo.local.LocalFunctions;
import todo.local.gateway.Gateway;
import todo.local.gateway.template.Template;

/// The API as a client meets it: over HTTP, behind the local gateway, on a real database that all tests of a run share.
/// Its limits are off unless a test sets them, because all tests come from one address.
public final class Api implements AutoCloseable {
    public static final String PASSWORD = "correct horse battery staple";
    static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Map<String, String> STANDARD = Map.of(
            "TOKEN_KEYS", "test:dG9kby10ZXN0LWtleS0wMTIzNDU2Nzg5YWJjZGVmZ2hpams",
            "RATE_LIMIT_REGISTER", "0",
            "RATE_LIMIT_LOGIN", "0",
            "RATE_LIMIT_USER", "0");

    private final Gateway gateway;

    private Api(Gateway gateway) {
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
        var environment = environment(settings);
        environment.putIfAbsent("AWS_LAMBDA_MAX_CONCURRENCY", "24");
        try {
            var template = Template.read(Path.of("template.yaml"), Map.of());
            var functions = new LocalFunctions(App.with(Settings.from(environment)));
            return new Api(Gateway.start(template, functions, "127.0.0.1", 0));
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

    public Request request(String method, String path) {
        return Request.of(method, gateway.url().resolve(path));
    }

    public Answer get(String path) {
        return request("GET", path).send();
    }

    public Answer post(String path, String json) {
        return request("POST", path).json(json).send();
    }

    /// Someone who has just registered.
    public Person newPerson() {
        var email = "person-" + UUID.randomUUID() + "@example.org";
        return Person.registered(this, email, PASSWORD);
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
