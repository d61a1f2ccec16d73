package todo.local.gateway;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import todo.local.gateway.authorizer.LambdaAuthorizer;
import todo.local.gateway.http.ClientRequest;
import todo.local.gateway.http.ClientResponse;
import todo.local.gateway.http.GatewayException;
import todo.local.gateway.http.QueryString;
import todo.local.gateway.http.RequestContext;
import todo.local.gateway.http.RequestPath;
import todo.local.gateway.lambda.BinaryMediaTypes;
import todo.local.gateway.lambda.InvocationResult.Failed;
import todo.local.gateway.lambda.InvocationResult.Returned;
import todo.local.gateway.lambda.InvocationResult.TimedOut;
import todo.local.gateway.lambda.LambdaInvoker;
import todo.local.gateway.lambda.ProxyEvent;
import todo.local.gateway.lambda.ProxyResponse;
import todo.local.gateway.routing.RoutedRequest;
import todo.local.gateway.routing.Router;
import todo.local.gateway.template.Integration;
import todo.local.gateway.template.ResponseType;
import todo.local.gateway.template.RestApi;

/// A stage of the API: handles requests from routing to response.
record Stage(
        RestApi api,
        Router router,
        Map<String, LambdaAuthorizer> authorizers,
        Map<String, LambdaInvoker> functions,
        Duration timeout) {
    private static final System.Logger LOG = System.getLogger(Stage.class.getName());

    /// Lambda's limit for an event. A larger body is rejected with the same response before it is read
    /// completely, so API Gateway's own limit of 10 MB needs no check.
    private static final int MAX_EVENT_BYTES = 6 * 1024 * 1024;

    /// Handles a request. Errors become gateway responses.
    ///
    /// @throws IOException if the request body is incomplete or malformed
    ClientResponse handle(ClientRequest request) throws IOException, InterruptedException {
        var path = RequestPath.of(request.target(), api.stage());
        var context = RequestContext.of(request, path, api);
        try {
            return serve(request, path, context).withRequestIds(context);
        } catch (GatewayException rejection) {
            return render(rejection, request, context);
        }
    }

    /// Responds to a request that the HTTP server rejected.
    ClientResponse reject(GatewayException rejection, ClientRequest request) {
        return render(
                rejection, request, RequestContext.of(request, RequestPath.of(request.target(), api.stage()), api));
    }

    private ClientResponse render(GatewayException rejection, ClientRequest request, RequestContext context) {
        return new GatewayResponses(api.responses())
                .render(rejection, context, request.headers())
                .withRequestIds(context);
    }

    private ClientResponse serve(ClientRequest request, RequestPath path, RequestContext context)
            throws IOException, InterruptedException {
        var body = request.body(timeout, MAX_EVENT_BYTES);
        QueryString.rejectInvalidEncoding(request.target());
        var query = QueryString.parse(request.query());
        var match = router.find(request.method(), path.withoutStage());
        context.setRoute(match.route());
        var routed = new RoutedRequest(request, query, body, path, match, context);
        var authorizer = match.route().authorizer();
        if (authorizer != null) {
            find(authorizers, authorizer.name()).authorize(routed);
        }
        return switch (match.route().integration()) {
            case Integration.Preflight(var headers) -> ClientResponse.preflight(headers);
            case Integration.LambdaProxy(var function) -> invoke(find(functions, function), routed);
        };
    }

    private ClientResponse invoke(LambdaInvoker lambda, RoutedRequest request) throws InterruptedException {
        var binary = new BinaryMediaTypes(api.binaryTypes());
        var event = ProxyEvent.bytes(ProxyEvent.of(request, binary));
        if (event.length > MAX_EVENT_BYTES) {
            throw new GatewayException(ResponseType.REQUEST_TOO_LARGE);
        }
        return switch (lambda.invoke(event, timeout)) {
            case Returned(var payload) ->
                response(
                        lambda,
                        payload,
                        binary.include(request.client().headers().last("Accept")));
            case Failed(var cause) -> throw failure(lambda, cause);
            case TimedOut _ -> throw new GatewayException(ResponseType.INTEGRATION_TIMEOUT);
        };
    }

    private static ClientResponse response(LambdaInvoker lambda, byte[] payload, boolean acceptsBinary) {
        try {
            return ProxyResponse.parse(payload).toClient(acceptsBinary);
        } catch (IOException malformed) {
            LOG.log(
                    WARNING,
                    "{0} returned an invalid response: {1}",
                    lambda.function().name(),
                    malformed.getMessage());
            throw GatewayException.badGateway();
        }
    }

    private static GatewayException failure(LambdaInvoker lambda, Throwable cause) {
        LOG.log(WARNING, lambda.function().name() + " failed", cause);
        return GatewayException.badGateway();
    }

    private static <T> T find(Map<String, T> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }
}
