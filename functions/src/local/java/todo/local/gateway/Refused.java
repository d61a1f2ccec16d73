package todo.local.gateway;

import org.jspecify.annotations.Nullable;
import todo.local.gateway.template.ResponseType;

/// The gateway answers by itself; rendered once, by [GatewayResponses].
final class Refused extends RuntimeException {
    private final ResponseType type;
    private final int status;
    private final @Nullable String reason;

    Refused(ResponseType type) {
        this(type, type.status(), type.message());
    }

    Refused(ResponseType type, int status, @Nullable String reason) {
        super(type + ": " + reason);
        this.type = type;
        this.status = status;
        this.reason = reason;
    }

    /// A function that failed or answered nonsense: a 502 that only the default shape can shape.
    static Refused badGateway() {
        return new Refused(ResponseType.DEFAULT_5XX, 502, ResponseType.DEFAULT_5XX.message());
    }

    ResponseType type() {
        return type;
    }

    int status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
