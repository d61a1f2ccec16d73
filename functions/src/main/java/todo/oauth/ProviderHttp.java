package todo.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Sends requests to providers. Each has a connection of its own, because an idle one would be frozen together
/// with the function. Redirects are not followed. An answer has three seconds in all and 256 KB at most: a
/// sign-in makes three calls at most. See `functions/ARCHITECTURE.md`, *Identity providers*.
///
/// Methods throw the problem `PROVIDER_UNAVAILABLE` if there is no such answer.
public final class ProviderHttp {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(3);
    private static final int LARGEST_ANSWER = 256 * 1024;

    private ProviderHttp() {}

    public static ProviderAnswer get(URI url, Map<String, String> headers) {
        return call(url, headers, null);
    }

    /// Posts a form.
    static ProviderAnswer post(URI url, Map<String, String> headers, Map<String, String> form) {
        return call(url, headers, encoded(form).getBytes(UTF_8));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(joining("&"));
    }

    /// The socket's time limit is per read, so a thread of its own bounds the whole call, name resolution
    /// included.
    private static ProviderAnswer call(URI url, Map<String, String> headers, byte @Nullable [] form) {
        var connection = connection(url, headers);
        var call = new FutureTask<>(() -> answer(connection, form));
        Thread.ofPlatform().daemon().start(call);
        try {
            return call.get(LONGEST_CALL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            throw Failures.unavailable();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Failures.unavailable();
        } finally {
            connection.disconnect();
        }
    }

    private static HttpURLConnection connection(URI url, Map<String, String> headers) {
        try {
            var connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) LONGEST_CALL.toMillis());
            connection.setReadTimeout((int) LONGEST_CALL.toMillis());
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty("User-Agent", "todo");
            connection.setRequestProperty("Connection", "close");
            headers.forEach(connection::setRequestProperty);
            return connection;
        } catch (IOException | IllegalArgumentException _) { // a header can't have every character of a token
            throw Failures.unavailable();
        }
    }

    private static ProviderAnswer answer(HttpURLConnection connection, byte @Nullable [] form) throws IOException {
        if (form != null) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(form.length); // otherwise a code could be sent twice
            connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            try (var body = connection.getOutputStream()) {
                body.write(form);
            }
        }
        var status = connection.getResponseCode();
        return new ProviderAnswer(
                status, text(status < 400 ? connection.getInputStream() : connection.getErrorStream()));
    }

    private static String text(@Nullable InputStream stream) throws IOException {
        if (stream == null) {
            return "";
        }
        try (stream) {
            var bytes = stream.readNBytes(LARGEST_ANSWER + 1);
            if (bytes.length > LARGEST_ANSWER) {
                throw new IOException("The answer is too large");
            }
            return new String(bytes, UTF_8);
        }
    }
}
