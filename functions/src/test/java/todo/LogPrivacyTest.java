package todo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.Api;
import todo.testing.Authenticator;
import todo.testing.LogLines;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

/// All client text contains the word "zebra", so no log line may contain it.
@Isolated("reads the log of the whole process")
final class LogPrivacyTest {
    private static final String PASSWORD = "zebras cross correctly";
    private static final String ZEBRA = "zebra-" + UUID.randomUUID();

    private final Api api = Api.shared();
    private final List<String> routes = SamFunction.of(SamTemplate.read(Path.of("template.yaml"))).stream()
            .flatMap(function -> function.routes().stream())
            .toList();
    private final LogLines lines = LogLines.open();

    LogPrivacyTest() throws IOException {}

    @AfterEach
    void assert_that_no_zebra_was_logged() {
        lines.close();
        assertThat(lines.text() + lines.standardError())
                .contains("\"event\":\"request\"")
                .doesNotContainIgnoringCase("zebra")
                .doesNotContainIgnoringCase("bearer")
                .doesNotContain("eyJ"); // the start of every token
    }

    @Test
    void no_client_text_sent_to_any_route_is_logged() {
        var person = newPerson();
        for (var route : routes) {
            if (person.get("/api/v1/users/me").status() != 200) {
                person = newPerson(); // the previous route ended the session
            }
            var request = request(person, route);
            bodies().forEach(body -> withZebras(request, body).send());
            withZebras(with("?zebra=zebra&search=zebra", request), "").send();
            with("?search=zebra&cursor=zebra", request).send();
            request.header("If-Match", "zebra").send();
            request.bearer("zebra").send();
        }

        assertThat(lines.all()).extracting(line -> line.path("route").asText()).containsAll(routes);
        assertThat(lines.all())
                .extracting(line -> line.path("status").asInt() / 100)
                .contains(2, 4);
    }

    @Test
    void a_database_error_that_quotes_client_text_is_logged_without_it() {
        Sql.run("""
                create function quote() returns trigger language plpgsql as $$
                begin
                    raise exception 'no %', new.title using detail = new.description;
                end $$""");
        Sql.run(
                "create trigger quote before insert on tasks for each row when (new.title like 'zebra %') execute function quote()");
        try {
            newPerson()
                    .create("{\"title\": \"zebra crossing\", \"description\": \"zebra\"}")
                    .isProblem(500, "INTERNAL_ERROR");
        } finally {
            Sql.run("drop function quote cascade");
        }

        assertThat(lines.all()).extracting(line -> line.path("event").asText()).contains("bug");
        assertThat(lines.text()).contains("SQLSTATE P0001");
    }

    @Test
    void no_secret_and_no_code_of_the_second_factor_is_logged() {
        var person = newPerson();
        var app = Authenticator.of(person);
        var codes = List.of(app.code(1), app.wrongCode(), app.recoveryCodes().getFirst());
        codes.forEach(code -> app.logInRequest(PASSWORD, code).send());
        codes.forEach(code -> app.replaceRecoveryCodes(PASSWORD, code));
        codes.forEach(code -> app.switchOff(PASSWORD, code));

        assertThat(lines.all()).extracting(line -> line.path("status").asInt()).contains(200, 201, 401);
        assertThat(lines.text())
                .doesNotContain(app.secret(), app.recoveryCodes().getFirst())
                .doesNotContain("\"" + codes.get(0), "\"" + codes.get(1));
    }

    @Test
    void no_client_text_is_logged_while_the_database_is_unreachable() {
        var person = newPerson();
        try (var unreachable = Api.with(Map.of("DATABASE_URL", "postgres://zebra:zebra@127.0.0.1:1/zebra"))) {
            for (var route : routes) {
                var path = request(person, route).uri().getPath();
                withZebras(person.at(unreachable).request(route.split(" ", 2)[0], path), bodies().get(1))
                        .send();
            }
        }

        assertThat(lines.all()).extracting(line -> line.path("status").asInt()).contains(503);
    }

    /// Fills the route's path with ids of this person.
    private static Request request(Person person, String route) {
        var task = route.contains("{task_id}") ? person.newTask("zebra food") : UUID.randomUUID();
        var path = route.replace("{user_id}", person.id().toString()).replaceAll("\\{\\w+}", task.toString());
        return person.request(path.split(" ", 2)[0], path.split(" ", 2)[1]);
    }

    private static Request with(String query, Request request) {
        return new Request(request.method(), URI.create(request.uri() + query), request.headers(), null);
    }

    private static Request withZebras(Request request, String body) {
        var withZebras = request.header("User-Agent", "zebra/1.0")
                .header("Origin", "https://zebra.example")
                .header("Idempotency-Key", "zebra")
                .header("If-None-Match", "\"zebra\"")
                .header("X-Correlation-Id", "a zebra's")
                .header("Accept-Language", "zebra");
        return body.isEmpty() ? withZebras : withZebras.json(body);
    }

    private Person newPerson() {
        var email = "zebra-" + UUID.randomUUID() + "@example.org";
        return Person.of(api, api.register(credentials(email, PASSWORD)).is(201));
    }

    private static List<String> bodies() {
        return Stream.of(
                        "",
                        "{'title': 'zebra', 'description': 'zebra'}",
                        "{'title': {'zebra': 1}, 'description': ['zebra'], 'priority': 'zebra', 'due_date': 'zebra', 'zebra': 1}",
                        "{'title': 'zebra'} zebra",
                        "zebra",
                        "{'completed': true}",
                        "{'completed': 'zebra'}",
                        "{'operations': [{'op': 'create', 'task': {'title': 'zebra'}}]}",
                        "{'operations': [{'op': 'zebra', 'task': {'zebra': 'zebra'}}]}",
                        "{'name': 'Zebra', 'username': '" + ZEBRA.substring(0, 30) + "'}",
                        "{'email': 'zebra', 'password': 'zebra', 'username': 'zebra zebra', 'name': 2}",
                        "{'current_password': 'zebra', 'new_password': 'zebra'}",
                        "{'code': 'zebra'}",
                        "{'current_password': '" + PASSWORD + "', 'code': 'zebra'}",
                        "{'email': 'zebra', 'password': 'zebra', 'totp': 'zebra'}",
                        credentials(ZEBRA + "@example.org", PASSWORD),
                        credentials(ZEBRA + "@example.org", "zebra"))
                .map(body -> body.replace('\'', '"'))
                .toList();
    }

    private static String credentials(String email, String password) {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
    }
}
