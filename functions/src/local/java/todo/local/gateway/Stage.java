package todo.local.gateway;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import todo.local.gateway.lambda.Lambda;
import todo.local.gateway.lambda.Outcome.Failed;
import todo.local.gateway.lambda.Outcome.Late;
import todo.local.gateway.lambda.Outcome.Returned;
import todo.local.gateway.template.Api;
import todo.local.gateway.template.ResponseType;
import todo.local.gateway.template.Target;

/// The deployed API: the way of a request from its arrival to its answer.
record Stage(
        Api api, Router router, Map<String, Authorizer> authorizers, Map<String, Lambda> functions, Duration patience) {
    private static final System.Logger LOG = System.getLogger(Stage.class.getName());

    /// Lambda's limit for an event, in bytes. A body that is larger by itself is refused unread, with the same
    /// answer: API Gateway's own limit, 10 MB, never comes to bear.
    private static final int MOST = 6 * 1024 * 1024;

    /// Fails only when the client does.
    Answer answer(Incoming incoming) throws IOException, InterruptedException {
        var location = Location.of(incoming.target(), api.stage());
        var context = CallContext.of(incoming, location, api);
        try {
            return serve(incoming, location, context).identified(context);
        } catch (Refused refused) {
            return refusal(refused, incoming, context);
        }
    }

    /// Of a request that never came so far.
    Answer refuse(Refused refused, Incoming incoming) {
        return refusal(refused, incoming, CallContext.of(incoming, Location.of(incoming.target(), api.stage()), api));
    }

    private Answer refusal(Refused refused, Incoming incoming, CallContext context) {
        return new GatewayResponses(api.responses())
                .render(refused, context, incoming.headers())
                .identified(context);
    }

    private Answer serve(Incoming incoming, Location location, CallContext context)
            throws IOException, InterruptedException {
        var body = incoming.body(patience, MOST);
        Query.refuseBrokenEscapes(incoming.target());
        var query = Query.parse(incoming.query());
        var match = router.find(incoming.method(), location.path());
        context.matched(match.route());
        var exchange = new Exchange(incoming, query, body, location, match, context);
        var authorization = match.route().authorization();
        if (authorization != null) {
            find(authorizers, authorization.name()).admit(exchange);
        }
        return switch (match.route().target()) {
            case Target.Preflight(var headers) -> Answer.preflight(headers);
            case Target.Function(var name) -> invoke(find(functions, name), exchange);
        };
    }

    private Answer invoke(Lambda lambda, Exchange exchange) throws InterruptedException {
        var binary = new MediaTypes(api.binaryTypes());
        var event = ProxyEvent.bytes(ProxyEvent.of(exchange, binary));
        if (event.length > MOST) {
            throw new Refused(ResponseType.REQUEST_TOO_LARGE);
        }
        return switch (lambda.invoke(event, patience)) {
            case Returned(var payload) ->
                answer(
                        lambda,
                        payload,
                        binary.include(exchange.incoming().headers().last("Accept")));
            case Failed(var cause) -> throw failure(lambda, cause);
            case Late _ -> throw new Refused(ResponseType.INTEGRATION_TIMEOUT);
        };
    }

    private static Answer answer(Lambda lambda, byte[] payload, boolean wantsBinary) {
        try {
            return ProxyAnswer.parse(payload).answer(wantsBinary);
        } catch (IOException malformed) {
            LOG.log(
                    WARNING,
                    "{0} gave a malformed answer: {1}",
                    lambda.function().name(),
                    malformed.getMessage());
            throw Refused.badGateway();
        }
    }

    private static Refused failure(Lambda lambda, Throwable cause) {
        LOG.log(WARNING, lambda.function().name() + " failed", cause);
        return Refused.badGateway();
    }

    private static <T> T find(Map<String, T> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }
}
