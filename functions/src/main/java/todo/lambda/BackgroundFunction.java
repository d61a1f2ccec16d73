package todo.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import todo.database.DatabaseException.Unavailable;
import todo.secrets.SecretUnavailable;
import todo.telemetry.Counter;
import todo.telemetry.Log;
import todo.telemetry.RequestInfo;
import todo.telemetry.Trace;
import todo.values.Ids;

/// A Lambda function that a queue or a schedule starts. It ignores what the event contains: all that it needs
/// is in the database.
public abstract class BackgroundFunction implements RequestStreamHandler {
    private final String stage;
    private final AtomicBoolean cold = new AtomicBoolean(true);

    /// @param stage is part of the metrics' namespace
    protected BackgroundFunction(String stage) {
        this.stage = stage;
    }

    /// Does the function's work.
    protected abstract void work();

    /// @throws IOException if the run failed, so that Lambda or the queue starts another one
    @Override
    public final void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
            throws IOException {
        if (!run(context == null ? Ids.next().toString() : context.getAwsRequestId())) {
            throw new IOException("The run failed");
        }
    }

    /// Does the work and logs it.
    ///
    /// @return whether it succeeded
    public final boolean run(String requestId) {
        var start = System.nanoTime();
        var name = getClass().getSimpleName();
        var trace = new Trace(new RequestInfo(requestId, null, name, "", stage), cold.getAndSet(false));
        var succeeded = trace.during(() -> hasWorked(trace));
        Log.run(succeeded, System.nanoTime() - start, trace);
        return succeeded;
    }

    private boolean hasWorked(Trace trace) {
        try {
            work();
            return true;
        } catch (Unavailable | SecretUnavailable outage) {
            trace.count(Counter.DATABASE_UNREACHABLE);
        } catch (RuntimeException bug) {
            Log.bug(trace.request(), bug);
        }
        return false;
    }
}
