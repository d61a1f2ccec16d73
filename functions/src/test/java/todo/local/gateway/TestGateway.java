package todo.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import todo.local.gateway.template.Template;

/// A gateway for a test's own template and functions, with an HTTP client.
public record TestGateway(Gateway server, HttpClient client) implements AutoCloseable {
    static TestGateway start(Path folder, String template, Map<String, RequestStreamHandler> handlers)
            throws IOException {
        return start(folder, template, handlers, Duration.ofSeconds(29));
    }

    static TestGateway start(Path folder, String template, Map<String, RequestStreamHandler> handlers, Duration timeout)
            throws IOException {
        var file = Files.writeString(folder.resolve("template.yaml"), template);
        var gateway = Gateway.start(
                Template.read(file, Map.of()),
                name -> Objects.requireNonNull(handlers.get(name), name),
                "127.0.0.1",
                0,
                timeout);
        return new TestGateway(gateway, HttpClient.newHttpClient());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// Sends exactly these bytes and returns everything received until the server closes the connection.
    String raw(String request) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Sends exactly these bytes and returns the JSON body of the response.
    JsonNode rawJson(String request) throws IOException {
        return json(raw(request).split("\r\n\r\n", 2)[1]);
    }

    Socket connect() throws IOException {
        var socket = new Socket(server.url().getHost(), server.url().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    public static JsonNode json(HttpResponse<String> response) throws IOException {
        return json(response.body());
    }

    public static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
