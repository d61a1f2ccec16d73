package todo.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import todo.http.HttpSettings;
import todo.http.Operation;

/// A Lambda function behind the gateway. Lambda creates one instance, and may call it from several threads at
/// once.
public abstract class HttpFunction implements RequestStreamHandler, Operation {
    private final Container container;

    @SuppressWarnings("UnusedVariable") // CRaC holds hooks by weak references only
    private final Priming priming;

    /// Must be called last in a constructor, after the pool is created: CRaC runs hooks in reverse order of
    /// registration, so priming ends before the connections that it used are closed.
    @SuppressWarnings("this-escape") // not called before the constructor ends
    protected HttpFunction(HttpSettings http) {
        this.container = new Container(this, http);
        this.priming = Priming.of(this);
    }

    @Override
    public final void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
            throws IOException {
        container.proxyStream(event, answer, context);
    }

    /// Does slow work that a request of an unknown caller does not reach, such as hashing a password. Called a
    /// few times during priming.
    protected void prime() {}

    /// Returns the route of priming requests. Its operation must execute a statement first.
    protected String primingRoute() {
        return "POST /priming";
    }
}
