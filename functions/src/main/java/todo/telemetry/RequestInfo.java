package todo.telemetry;

import org.jspecify.annotations.Nullable;

/// The request to which log lines belong.
///
/// @param requestId the gateway's id of the request
/// @param correlationId the client's id for a chain of requests, or null if it sent no valid one
/// @param route method and path template, such as `GET /api/v1/users/me`
/// @param ip the client's address as the gateway saw it
/// @param stage the gateway's stage, which is part of the metrics' namespace
public record RequestInfo(String requestId, @Nullable String correlationId, String route, String ip, String stage) {
    static final RequestInfo NONE = new RequestInfo("", null, "", "", "");
}
