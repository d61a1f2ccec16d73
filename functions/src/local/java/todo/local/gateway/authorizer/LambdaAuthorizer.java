package todo.local.gateway.authorizer;

import static java.lang.System.Logger.Level.WARNING;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import todo.local.gateway.http.GatewayException;
import todo.local.gateway.http.RequestHeaders;
import todo.local.gateway.lambda.InvocationResult.Failed;
import todo.local.gateway.lambda.InvocationResult.Returned;
import todo.local.gateway.lambda.InvocationResult.TimedOut;
import todo.local.gateway.lambda.LambdaInvoker;
import todo.local.gateway.lambda.ProxyEvent;
import todo.local.gateway.routing.RoutedRequest;
import todo.local.gateway.template.AuthorizerSettings;
import todo.local.gateway.template.AuthorizerSettings.Kind;
import todo.local.gateway.template.ResponseType;

/// A Lambda authorizer: a function that authenticates callers, with a cache of its responses.
public record LambdaAuthorizer(
        AuthorizerSettings settings, LambdaInvoker lambda, AuthorizerCache cache, Duration timeout) {
    private static final System.Logger LOG = System.getLogger(LambdaAuthorizer.class.getName());

    /// Authorizes a request and stores the authorizer's context in it.
    ///
    /// @throws GatewayException if the request is not authorized
    public void authorize(RoutedRequest request) throws InterruptedException {
        var identity = identity(request.client().headers());
        var key = String.join("\n", identity);
        var cached = cache.find(key);
        var response = cached.isPresent() ? cached.get() : invoke(request, identity);
        if (cached.isEmpty() && !key.isEmpty()) {
            cache.put(key, response);
        }
        response.requireAllowed(request.methodArn());
        request.context().setAuthorizer(response.context().deepCopy());
    }

    private List<String> identity(RequestHeaders headers) {
        var identity = new ArrayList<String>();
        for (var name : settings.headers()) {
            var value = headers.last(name);
            if (value == null || value.isEmpty() || !isWellFormed(value)) {
                throw new GatewayException(ResponseType.UNAUTHORIZED);
            }
            identity.add(value);
        }
        return identity;
    }

    private boolean isWellFormed(String value) {
        var validation = settings.validation();
        return validation == null || validation.matcher(value).matches();
    }

    private AuthorizerResponse invoke(RoutedRequest request, List<String> identity) throws InterruptedException {
        return switch (lambda.invoke(ProxyEvent.bytes(event(request, identity)), timeout)) {
            case Returned(var payload) -> response(payload);
            case Failed(var cause) -> throw failure(cause);
            case TimedOut _ -> throw new GatewayException(ResponseType.AUTHORIZER_FAILURE);
        };
    }

    /// By contract, only the error message `Unauthorized` means that the credentials are invalid.
    private GatewayException failure(Throwable cause) {
        if ("Unauthorized".equals(cause.getMessage())) {
            return new GatewayException(ResponseType.UNAUTHORIZED);
        }
        LOG.log(WARNING, settings.name() + " failed", cause);
        return new GatewayException(ResponseType.AUTHORIZER_FAILURE);
    }

    private ObjectNode event(RoutedRequest request, List<String> identity) {
        var event = settings.kind() == Kind.REQUEST
                ? ProxyEvent.withoutBody(request)
                : JsonNodeFactory.instance.objectNode();
        event.put("type", settings.kind().name()).put("methodArn", request.methodArn());
        return settings.kind() == Kind.REQUEST ? event : event.put("authorizationToken", identity.getFirst());
    }

    private AuthorizerResponse response(byte[] payload) {
        try {
            return AuthorizerResponse.parse(payload);
        } catch (IOException malformed) {
            LOG.log(WARNING, "{0} returned an invalid response: {1}", settings.name(), malformed.getMessage());
            throw new GatewayException(ResponseType.AUTHORIZER_CONFIGURATION_ERROR);
        }
    }
}
