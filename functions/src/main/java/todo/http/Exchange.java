package todo.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Answers one call, whatever happens: refusals as problems, bugs as problems that say nothing.
final class Exchange {
    private final Operation function;

    private final Origins origins;
    private final AtomicBoolean cold = new AtomicBoolean(true);

    Exchange(Operation function, Origins origins) {
        this.function = function;
        this.origins = origins;
    }

    ObjectNode answer(Call call) {
        var trace = new Trace(!call.isRehearsed() && cold.getAndSet(false));
        var start = System.nanoTime();
        var operation = function.at(call.route());
        var reply = ScopedValue.where(Trace.CURRENT, trace).call(() -> reply(operation, call));
        if (!call.isRehearsed()) {
            Log.request(operation, call, reply.status(), System.nanoTime() - start, trace);
        }
        return written(reply, StandardHeaders.of(call, trace), origins.headers(call));
    }

    private static Reply reply(Operation operation, Call call) {
        try {
            return operation.handle(call);
        } catch (Problem problem) {
            return refusal(call, problem);
        } catch (RuntimeException | StackOverflowError bug) {
            Log.bug(call, bug);
            return refusal(call, Problem.of(ErrorCode.INTERNAL_ERROR));
        }
    }

    private static Reply refusal(Call call, Problem problem) {
        var code = problem.code();
        Trace.current().refusal(code);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/docs#errors/" + code);
        body.put("detail", problem.detail());
        body.put("error_code", code.name());
        body.put("timestamp", Instant.now());
        body.put("path", call.plainPath());
        body.put("status_code", code.status());
        body.put("request_id", call.requestId());
        if (!problem.violations().isEmpty()) {
            body.put("errors", problem.violations());
        }
        body.putAll(problem.members());
        return new Reply(code.status(), body, problem.headers()).with("Content-Type", "application/problem+json");
    }

    @SafeVarargs
    private static ObjectNode written(Reply reply, Map<String, String>... standard) {
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
