package todo.storm.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import todo.storm.history.Attempt;
import todo.storm.history.History;

/// Sends requests, and notes when they were sent and answered. A request fails after a while, as with any
/// client.
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI api;
    private final History history;

    Http(URI api, History history) {
        this.api = api;
        this.history = history;
    }

    Reply send(Call call) {
        var request = HttpRequest.newBuilder(api.resolve(call.path()))
                .timeout(PATIENCE)
                .method(call.method(), call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        call.headers().forEach(request::header);
        var invoked = history.now();
        try {
            return reply(invoked, CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            var reason = failure.getClass().getSimpleName();
            return new Reply(new Attempt(invoked, history.now(), 0, reason, false), MissingNode.getInstance());
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    private Reply reply(long invoked, HttpResponse<String> answer) {
        var answered = history.now();
        var body = json(answer.body());
        var namesRetry = answer.headers().firstValue("Retry-After").isPresent();
        var problem = body.path("error_code").asText();
        return new Reply(new Attempt(invoked, answered, answer.statusCode(), problem, namesRetry), body);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
