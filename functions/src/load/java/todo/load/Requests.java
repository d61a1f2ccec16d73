package todo.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;
import todo.local.sample.SamplePeople;

/// The requests of all kinds of users. A user's session has the attributes `tasks` (the path), `token` and
/// `email`.
final class Requests {
    private Requests() {}

    static HttpRequestActionBuilder list() {
        return authorized(http("list").get("#{tasks}?limit=20"))
                .check(
                        status().is(200),
                        jsonPath("$.tasks[0].id").saveAs("id"),
                        jsonPath("$.next_cursor").saveAs("cursor"));
    }

    /// A user who has read this version before gets 304, because the client keeps it as a browser does. One
    /// whose other device has deleted the task in the meantime gets 404.
    static HttpRequestActionBuilder get() {
        return authorized(http("get").get("#{tasks}/#{id}")).check(status().in(200, 304, 404));
    }

    static HttpRequestActionBuilder nextPage() {
        return authorized(http("next page")
                        .get("#{tasks}")
                        .queryParam("limit", "20")
                        .queryParam("cursor", "#{cursor}"))
                .check(status().is(200));
    }

    static HttpRequestActionBuilder search(String word) {
        return authorized(http("search").get("#{tasks}?search=" + word)).check(status().is(200));
    }

    static HttpRequestActionBuilder create() {
        return sent(http("create").post("#{tasks}"), "{\"title\": \"Call the dentist\", \"priority\": \"high\"}")
                .header("Idempotency-Key", "#{randomUuid()}")
                .check(status().is(201), jsonPath("$.id").saveAs("id"));
    }

    static HttpRequestActionBuilder change() {
        return sent(http("change").patch("#{tasks}/#{id}"), "{\"title\": \"Call the dentist again\"}")
                .header("If-Match", "\"1\"")
                .check(status().is(200));
    }

    static HttpRequestActionBuilder complete() {
        return sent(http("complete").patch("#{tasks}/#{id}/complete"), "{\"completed\": true}")
                .check(status().is(200));
    }

    static HttpRequestActionBuilder delete() {
        return authorized(http("delete").delete("#{tasks}/#{id}")).check(status().in(200, 204));
    }

    /// Reads the newest changes: the first time from the beginning, then from where it ended.
    static HttpRequestActionBuilder pull() {
        return authorized(http("pull")
                        .get(session ->
                                session.getString("tasks") + "/changes?limit=500" + since(session.getString("since"))))
                .check(status().is(200), jsonPath("$.next_cursor").saveAs("since"));
    }

    private static String since(@Nullable String cursor) {
        return cursor == null ? "" : "&since=" + URLEncoder.encode(cursor, UTF_8);
    }

    static HttpRequestActionBuilder push() {
        return batch(
                        "push",
                        "{\"op\": \"create\", \"task\": {\"title\": \"Buy milk\"}}, {\"op\": \"create\", \"task\": {\"title\": \"Buy bread\"}}")
                .header("Idempotency-Key", "#{randomUuid()}")
                .check(
                        status().is(200),
                        jsonPath("$.results[0].id").saveAs("first"),
                        jsonPath("$.results[1].id").saveAs("second"));
    }

    /// Deletes what [#push] created.
    static HttpRequestActionBuilder clear() {
        return batch("clear", "{\"op\": \"delete\", \"id\": \"#{first}\"}, {\"op\": \"delete\", \"id\": \"#{second}\"}")
                .check(status().is(200));
    }

    static HttpRequestActionBuilder logIn() {
        return http("log in")
                .post("/api/v1/auth/login")
                .body(StringBody("{\"email\": \"#{email}\", \"password\": \"" + SamplePeople.PASSWORD + "\"}"))
                .check(status().is(200), jsonPath("$.access_token").saveAs("token"));
    }

    private static HttpRequestActionBuilder batch(String name, String operations) {
        return sent(http(name).post("#{tasks}/batch"), "{\"operations\": [" + operations + "]}");
    }

    private static HttpRequestActionBuilder sent(HttpRequestActionBuilder request, String json) {
        return authorized(request).body(StringBody(json));
    }

    private static HttpRequestActionBuilder authorized(HttpRequestActionBuilder request) {
        return request.header("Authorization", "Bearer #{token}");
    }
}
