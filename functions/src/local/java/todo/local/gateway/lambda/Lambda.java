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
import todo.local.gateway.lambda.Outcome.Failed;
import todo.local.gateway.lambda.Outcome.Late;
import todo.local.gateway.lambda.Outcome.Returned;
import todo.local.gateway.template.LambdaFunction;

/// A function with its one handler, which serves any number of invocations at once.
public record Lambda(LambdaFunction function, RequestStreamHandler handler, ExecutorService threads) {
    /// Lambda's limit for an answer, in bytes.
    private static final int MOST = 6_291_556;

    /// Never waits longer than `patience`, nor than the function's own timeout; a handler that does is
    /// interrupted.
    public Outcome invoke(byte[] event, Duration patience) throws InterruptedException {
        var isPatient = function.timeout().compareTo(patience) <= 0;
        var running = threads.submit(() -> run(event));
        try {
            return running.get((isPatient ? function.timeout() : patience).toMillis(), MILLISECONDS);
        } catch (TimeoutException late) {
            return isPatient ? new Failed(late) : new Late();
        } catch (ExecutionException failure) {
            return new Failed(Objects.requireNonNullElse(failure.getCause(), failure));
        } finally {
            running.cancel(true);
        }
    }

    private Outcome run(byte[] event) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), answer, new LambdaContext(function));
        if (answer.size() > MOST) {
            throw new IOException("The answer is over the %d bytes that Lambda takes".formatted(MOST));
        }
        return new Returned(answer.toByteArray());
    }
}
