package todo.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import todo.testing.Request;

/// Someone of the sample data who has logged in.
public record SamplePerson(URI tasks, String token, Connection connection) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "try it with sample data";

    /// By their number.
    public static SamplePerson logIn(URI api, Connection connection, int number) throws IOException {
        var form = "{\"email\": \"person-%d@example.org\", \"password\": \"%s\"}".formatted(number, PASSWORD);
        var request = new Request("POST", api.resolve("/api/v1/auth/login"), Map.of(), null);
        var answer = JSON.readTree(connection.send(request.json(form)).is(200).body());
        var id = answer.path("user").path("id").asText();
        var tasks = api.resolve("/api/v1/users/" + id + "/tasks");
        return new SamplePerson(tasks, answer.path("access_token").asText(), connection);
    }

    /// A page of their tasks.
    public JsonNode list(String query) throws IOException {
        var request = new Request("GET", URI.create(tasks + "?" + query), Map.of(), null);
        return JSON.readTree(connection.send(request.bearer(token)).is(200).body());
    }

    /// Of the page behind so many hundreds of tasks.
    public String cursor(String query, int hundreds) throws IOException {
        var page = list(query + "&limit=100");
        for (var depth = 1; depth < hundreds; depth++) {
            page = list(query + "&limit=100&cursor=" + cursor(page));
        }
        return cursor(page);
    }

    private static String cursor(JsonNode page) {
        return URLEncoder.encode(page.path("next_cursor").asText(), StandardCharsets.UTF_8);
    }
}
