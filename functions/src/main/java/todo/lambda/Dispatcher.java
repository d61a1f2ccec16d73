package todo.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.HttpSettings;
import todo.http.Operation;
import todo.http.Reply;
import todo.json.Json;
import todo.telemetry.Counter;
import todo.telemetry.Log;
import todo.telemetry.RequestInfo;
import todo.telemetry.Trace;

/// Dispatches a request to its operation and always returns an answer: exceptions become problem documents.
final class Dispatcher {
    private final Operation function;
    private final HttpSettings http;
    private final AtomicBoolean cold = new AtomicBoolean(true);

    Dispatcher(Operation function, HttpSettings http) {
        this.function = function;
        this.http = http;
    }

    ObjectNode answer(Call call) {
        var start = System.nanoTime();
        var request = request(call);
        var trace = new Trace(request, !call.isPriming() && cold.getAndSet(false));
        var operation = function.at(call.route());
        var reply = trace.during(() -> reply(operation, call, request));
        if (!call.isPriming()) {
            var name = operation.getClass().getSimpleName();
            Log.request(name, http.metricsByOperation(), reply.status(), System.nanoTime() - start, trace);
        }
        return answer(reply, StandardHeaders.of(request, trace), http.origins().headers(call));
    }

    private static Reply reply(Operation operation, Call call, RequestInfo request) {
        try {
            return operation.handle(call);
        } catch (RuntimeException | StackOverflowError failure) {
            var problem = Problems.of(failure);
            if (problem.code() == ErrorCode.INTERNAL_ERROR) {
                Log.bug(request, failure);
            }
            if (problem.code() == ErrorCode.DATABASE_UNAVAILABLE) {
                Trace.current().count(Counter.DATABASE_UNREACHABLE);
            }
            if (problem.code().status() == 501) {
                Trace.current().count(Counter.NOT_CONFIGURED);
            }
            Trace.current().errorCode(problem.code().name());
            return Problems.reply(problem, call);
        }
    }

    private static RequestInfo request(Call call) {
        return new RequestInfo(
                call.requestId(),
                call.correlationId().orElse(null),
                call.route(),
                call.client().ip(),
                call.stage());
    }

    @SafeVarargs
    private static ObjectNode answer(Reply reply, Map<String, String>... standard) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var some : standard) {
            headers.putAll(some);
        }
        headers.putAll(reply.headers());
        var answer = JsonNodeFactory.instance.objectNode().put("statusCode", reply.status());
        var values = answer.putObject("multiValueHeaders");
        headers.forEach((name, value) -> values.putArray(name).add(value));
        return answer.put("body", body(reply)).put("isBase64Encoded", false);
    }

    private static String body(Reply reply) {
        return switch (reply.body()) {
            case null -> "";
            case String text -> text;
            case Object value -> Json.text(value);
        };
    }
}
