package todo.local.gateway.lambda;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import todo.local.gateway.lambda.InvocationResult.Failed;
import todo.local.gateway.lambda.InvocationResult.Returned;
import todo.local.gateway.lambda.InvocationResult.TimedOut;
import todo.local.gateway.template.LambdaFunction;

/// Invokes a function in this process. One handler instance serves all invocations, also concurrent ones.
public record LambdaInvoker(LambdaFunction function, RequestStreamHandler handler, ExecutorService threads) {
    /// Lambda's limit for a response payload.
    private static final int MAX_RESPONSE_BYTES = 6_291_556;

    /// Waits at most `limit`, and at most the function's own timeout. A handler that takes longer is
    /// interrupted.
    public InvocationResult invoke(byte[] event, Duration limit) throws InterruptedException {
        var isFunctionTimeout = function.timeout().compareTo(limit) <= 0;
        var running = threads.submit(() -> run(event));
        try {
            return running.get((isFunctionTimeout ? function.timeout() : limit).toMillis(), MILLISECONDS);
        } catch (TimeoutException late) {
            return isFunctionTimeout ? new Failed(late) : new TimedOut();
        } catch (ExecutionException failure) {
            return new Failed(Objects.requireNonNullElse(failure.getCause(), failure));
        } finally {
            running.cancel(true);
        }
    }

    private InvocationResult run(byte[] event) throws IOException {
        var response = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), response, new LambdaContext(function));
        if (response.size() > MAX_RESPONSE_BYTES) {
            throw new IOException("The response exceeds Lambda's limit of %d bytes".formatted(MAX_RESPONSE_BYTES));
        }
        return new Returned(response.toByteArray());
    }
}
