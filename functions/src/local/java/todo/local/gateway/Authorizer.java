package todo.local.gateway;

import static java.lang.System.Logger.Level.WARNING;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import todo.local.gateway.lambda.Lambda;
import todo.local.gateway.lambda.Outcome.Failed;
import todo.local.gateway.lambda.Outcome.Late;
import todo.local.gateway.lambda.Outcome.Returned;
import todo.local.gateway.template.Authorization;
import todo.local.gateway.template.Authorization.Kind;
import todo.local.gateway.template.ResponseType;

/// Asks a function who is calling, unless it said so a moment ago.
record Authorizer(Authorization settings, Lambda lambda, PermitCache cache, Duration patience) {
    private static final System.Logger LOG = System.getLogger(Authorizer.class.getName());

    /// Leaves what the function said of the caller in the context.
    void admit(Exchange exchange) throws InterruptedException {
        var identity = identity(exchange.incoming().headers());
        var key = String.join("\n", identity);
        var known = cache.find(key);
        var permit = known.isPresent() ? known.get() : ask(exchange, identity);
        if (known.isEmpty() && !key.isEmpty()) {
            cache.keep(key, permit);
        }
        permit.check(exchange.methodArn());
        exchange.context().authorized(permit.context().deepCopy());
    }

    private List<String> identity(Headers headers) {
        var identity = new ArrayList<String>();
        for (var name : settings.headers()) {
            var value = headers.last(name);
            if (value == null || value.isEmpty() || !isWellFormed(value)) {
                throw new Refused(ResponseType.UNAUTHORIZED);
            }
            identity.add(value);
        }
        return identity;
    }

    private boolean isWellFormed(String value) {
        var validation = settings.validation();
        return validation == null || validation.matcher(value).matches();
    }

    private Permit ask(Exchange exchange, List<String> identity) throws InterruptedException {
        return switch (lambda.invoke(ProxyEvent.bytes(event(exchange, identity)), patience)) {
            case Returned(var answer) -> permit(answer);
            case Failed(var cause) -> throw refusal(cause);
            case Late _ -> throw new Refused(ResponseType.AUTHORIZER_FAILURE);
        };
    }

    /// Only this very word says that the caller is at fault.
    private Refused refusal(Throwable cause) {
        if ("Unauthorized".equals(cause.getMessage())) {
            return new Refused(ResponseType.UNAUTHORIZED);
        }
        LOG.log(WARNING, settings.name() + " failed", cause);
        return new Refused(ResponseType.AUTHORIZER_FAILURE);
    }

    private ObjectNode event(Exchange exchange, List<String> identity) {
        var event = settings.kind() == Kind.REQUEST ? ProxyEvent.head(exchange) : JsonNodeFactory.instance.objectNode();
        event.put("type", settings.kind().name()).put("methodArn", exchange.methodArn());
        return settings.kind() == Kind.REQUEST ? event : event.put("authorizationToken", identity.getFirst());
    }

    private Permit permit(byte[] answer) {
        try {
            return Permit.parse(answer);
        } catch (IOException malformed) {
            LOG.log(WARNING, "{0} gave no permit: {1}", settings.name(), malformed.getMessage());
            throw new Refused(ResponseType.AUTHORIZER_CONFIGURATION_ERROR);
        }
    }
}
