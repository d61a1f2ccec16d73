package todo.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import todo.App;
import todo.Settings;
import todo.local.LocalDatabase;
import todo.local.LocalFunctions;
import todo.local.LocalTemplate;
import todo.local.gateway.Gateway;
import todo.local.gateway.template.LambdaFunction;
import todo.local.gateway.template.Template;
import todo.tokens.Authorizer;

/// The API behind the local gateway, reached over HTTP, with a real database that all tests of a JVM share.
/// Rate limits are off unless a test sets them, because all tests come from one address.
public final class Api implements AutoCloseable {
    public static final String PASSWORD = "correct horse battery staple";
    /// Signs the tokens. Its key id is `test`.
    public static final String TOKEN_KEY = "dG9kby10ZXN0LWtleS0wMTIzNDU2Nzg5YWJjZGVmZ2hpams";

    /// Encrypts second factors. Its key id is `test`.
    public static final String TOTP_KEY = "dG90cC10ZXN0LWtleS0wMTIzNDU2Nzg5YWJjZGVmZ2hqa2xt";

    public static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(29);

    private static final Duration LONG_TIMEOUT = Duration.ofMinutes(3);
    static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Map<String, String> STANDARD = Map.of(
            "TOKEN_KEYS", "test:" + TOKEN_KEY,
            "TOTP_KEYS", "test:" + TOTP_KEY,
            "RATE_LIMIT_REGISTER", "0",
            "RATE_LIMIT_LOGIN", "0",
            "RATE_LIMIT_FORGOT", "0",
            "RATE_LIMIT_USER", "0");

    private final Function<String, RequestStreamHandler> functions;
    private final URI url;
    private final Runnable stop;

    private Api(Function<String, RequestStreamHandler> functions, URI url, Runnable stop) {
        this.functions = functions;
        this.url = url;
        this.stop = stop;
    }

    /// An API that runs in another process or is reached through a proxy. It is not stopped.
    public static Api at(URI url) {
        return new Api(
                handler -> {
                    throw new IllegalArgumentException(handler + " is not in this process");
                },
                url,
                () -> {});
    }

    /// The API with standard settings.
    public static Api shared() {
        return Shared.API;
    }

    /// An API on the same database in which every feature is configured. It sends mail to [MailServer#shared].
    public static Api complete() {
        return Complete.API;
    }

    /// Starts an API in which every feature is configured; `settings` override the others.
    public static Api complete(Map<String, String> settings) {
        var all = new HashMap<>(MailServer.shared().settings());
        all.putAll(Complete.GOOGLE.settings());
        all.putAll(settings);
        return with(all);
    }

    /// The identity provider of [#complete].
    public static IdentityProvider google() {
        return Complete.GOOGLE;
    }

    public static LocalDatabase database() {
        return Shared.DATABASE;
    }

    /// Starts an API on the same database; `settings` override the standard ones.
    public static Api with(Map<String, String> settings) {
        return started(template(settings), functions(settings), GATEWAY_TIMEOUT);
    }

    /// As [#with], for settings that contain the API's own URL.
    public static Api with(Function<String, Map<String, String>> settings) {
        try {
            var port = PgBouncer.freePort();
            var all = settings.apply("http://127.0.0.1:" + port);
            var functions = functions(all);
            return of(functions, Gateway.start(template(all), functions, "127.0.0.1", port, GATEWAY_TIMEOUT));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Starts an API whose functions, except the authorizer, are replaced by `fault`.
    ///
    /// @param timeout how long its gateway waits for a function
    public static Api failing(RequestStreamHandler fault, Duration timeout) {
        var working = functions(Map.of());
        return started(
                template(Map.of()),
                handler -> handler.equals(Authorizer.class.getName()) ? working.apply(handler) : fault,
                timeout);
    }

    /// Starts an API whose functions and statements may take minutes: two cores can't hash fifty passwords
    /// within Lambda's limits, nor a few while requests wait for the same row.
    public static Api withLongTimeouts() {
        var template = template(Map.of());
        var functions = new HashMap<>(template.functions());
        functions.replaceAll((name, it) -> new LambdaFunction(name, it.handler(), LONG_TIMEOUT, it.memory()));
        var database = Map.of("DATABASE_URL", LongTimeouts.URL);
        return started(new Template(template.api(), functions, template.routes()), functions(database), LONG_TIMEOUT);
    }

    private static Function<String, RequestStreamHandler> functions(Map<String, String> settings) {
        var environment = environment(settings);
        environment.putIfAbsent("AWS_LAMBDA_MAX_CONCURRENCY", "24");
        return new LocalFunctions(App.with(Settings.from(environment)));
    }

    private static Api started(Template template, Function<String, RequestStreamHandler> functions, Duration timeout) {
        return of(functions, Gateway.start(template, functions, "127.0.0.1", 0, timeout));
    }

    private static Api of(Function<String, RequestStreamHandler> functions, Gateway gateway) {
        return new Api(functions, gateway.url(), gateway::close);
    }

    private static Template template(Map<String, String> settings) {
        try {
            return LocalTemplate.read(settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The environment variables of the functions.
    public static Map<String, String> environment(Map<String, String> settings) {
        var environment = new HashMap<String, String>(STANDARD);
        environment.putAll(settings);
        environment.computeIfAbsent("DATABASE_URL", _ -> database().url());
        return environment;
    }

    public URI url() {
        return url;
    }

    public Request request(String method, String path) {
        return Request.of(method, url().resolve(path));
    }

    public Answer get(String path) {
        return request("GET", path).send();
    }

    public Answer post(String path, String json) {
        return request("POST", path).json(json).send();
    }

    /// Returns a function by the class name of its handler, to invoke it without the gateway.
    public RequestStreamHandler function(String handler) {
        return functions.apply(handler);
    }

    public Answer register(String json) {
        return post("/api/v1/auth/register", json);
    }

    /// Logs in by email if `name` contains an `@`, else by username. Neither value is escaped for JSON.
    public Answer logIn(String name, String password) {
        var member = name.contains("@") ? "email" : "username";
        return post("/api/v1/auth/login", "{\"%s\": \"%s\", \"password\": \"%s\"}".formatted(member, name, password));
    }

    /// Registers a user.
    public Person newPerson() {
        return Person.registered(this, newEmail(), PASSWORD);
    }

    /// Returns an email that no user has.
    public static String newEmail() {
        return "person-" + UUID.randomUUID() + "@example.org";
    }

    @Override
    public void close() {
        stop.run();
    }

    private static final class Shared {
        private static final LocalDatabase DATABASE = LocalDatabase.temporary();
        private static final Api API = with(Map.of());

        private Shared() {}
    }

    private static final class Complete {
        private static final IdentityProvider GOOGLE = new IdentityProvider();
        private static final Api API = complete(Map.of());

        private Complete() {}
    }

    private static final class LongTimeouts {
        private static final String URL =
                AppRole.create("patient", Map.of("lock_timeout", "'3min'", "statement_timeout", "'3min'"))
                                .url()
                        + "?socketTimeout=" + LONG_TIMEOUT.toSeconds();
    }
}
