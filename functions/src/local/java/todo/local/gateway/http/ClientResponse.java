package todo.local.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The HTTP response to a client.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ClientResponse(int status, Map<String, List<String>> headers, byte[] body) {
    /// Responds as the mock integration does that SAM generates for preflight requests.
    public static ClientResponse preflight(Map<String, String> cors) {
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put("Content-Type", List.of("application/json"));
        cors.forEach((name, value) -> headers.put(name, List.of(value)));
        return new ClientResponse(200, headers, "{}\n".getBytes(UTF_8));
    }

    /// Adds the headers with the request ids.
    public ClientResponse withRequestIds(RequestContext context) {
        var all = new LinkedHashMap<>(headers);
        all.put("x-amzn-RequestId", List.of(context.requestId()));
        all.put("x-amz-apigw-id", List.of(context.extendedRequestId()));
        return new ClientResponse(status, all, body);
    }

    public void send(Response response, Callback callback) {
        response.setStatus(status);
        headers.forEach(
                (name, values) -> values.forEach(value -> response.getHeaders().add(name, value)));
        var hasBody = status != 204 && status != 304;
        response.write(true, hasBody ? ByteBuffer.wrap(body) : ByteBuffer.allocate(0), callback);
    }
}
