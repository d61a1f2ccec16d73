package todo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import todo.contract.Contract;
import todo.contract.RecordedExchange;

/// An HTTP request. The methods return changed copies.
public record Request(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body) {
    public static Request of(String method, URI uri) {
        return new Request(method, uri, Map.of(), null);
    }

    public Request header(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Request(method, uri, all, body);
    }

    public Request as(Person person) {
        return bearer(person.token());
    }

    public Request bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Request json(String text) {
        return header("Content-Type", "application/json").body(text);
    }

    public Request body(String text) {
        return new Request(method, uri, headers, text);
    }

    /// Sends the request, and checks it and the answer against the API's description.
    public Answer send() {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(uri).method(method, publisher);
        headers.forEach(request::header);
        try {
            var answer = Api.HTTP.send(request.build(), BodyHandlers.ofString());
            Contract.check(new RecordedExchange(method, uri, headers, body, answer));
            return new Answer(answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
