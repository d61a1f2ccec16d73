package todo.local.gateway.http;

import org.jspecify.annotations.Nullable;
import todo.local.gateway.template.ResponseType;

/// Ends a request with a gateway response: the gateway responds instead of a function.
public final class GatewayException extends RuntimeException {
    private final ResponseType type;
    private final int status;
    private final @Nullable String responseMessage;

    public GatewayException(ResponseType type) {
        this(type, type.status(), type.message());
    }

    public GatewayException(ResponseType type, int status, @Nullable String message) {
        super(type + ": " + message);
        this.type = type;
        this.status = status;
        this.responseMessage = message;
    }

    /// A function failed or returned an invalid response. API Gateway has no response type of its own for
    /// this 502.
    public static GatewayException badGateway() {
        return new GatewayException(ResponseType.DEFAULT_5XX, 502, ResponseType.DEFAULT_5XX.message());
    }

    public ResponseType type() {
        return type;
    }

    public int status() {
        return status;
    }

    /// Returns `$context.error.message`.
    public @Nullable String responseMessage() {
        return responseMessage;
    }
}
