package todo.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import todo.local.sample.SamplePeople;
import todo.testing.Request;

/// A logged-in user of the sample data.
public record SampleUser(URI tasks, String token, HttpConnection connection) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Logs in the user with this number.
    public static SampleUser logIn(URI api, HttpConnection connection, int number) throws IOException {
        var form = "{\"email\": \"%s\", \"password\": \"%s\"}"
                .formatted(SamplePeople.email(number), SamplePeople.PASSWORD);
        var request = new Request("POST", api.resolve("/api/v1/auth/login"), Map.of(), null);
        var response = JSON.readTree(connection.send(request.json(form)).is(200).body());
        var id = response.path("user").path("id").asText();
        var tasks = api.resolve("/api/v1/users/" + id + "/tasks");
        return new SampleUser(tasks, response.path("access_token").asText(), connection);
    }

    /// Returns a page of their tasks.
    public JsonNode list(String query) throws IOException {
        var request = new Request("GET", URI.create(tasks + "?" + query), Map.of(), null);
        return JSON.readTree(connection.send(request.bearer(token)).is(200).body());
    }

    /// Returns the cursor of the page after this many hundreds of tasks.
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
