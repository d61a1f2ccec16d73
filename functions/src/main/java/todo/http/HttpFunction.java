package todo.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// A Lambda function behind the gateway. Lambda makes one of it and may call it from several threads at once.
public abstract class HttpFunction implements RequestStreamHandler, Operation {
    private final Container container;

    @SuppressWarnings("UnusedVariable") // held here because the runtime holds it only weakly
    private final Rehearsal rehearsal;

    /// Comes last in a constructor: the runtime turns to the latest first before a snapshot, so that the rehearsal
    /// has ended when the connections are closed that it used.
    @SuppressWarnings("this-escape") // it is not called before it is whole
    protected HttpFunction(Origins origins) {
        this.container = new Container(this, origins);
        this.rehearsal = Rehearsal.of(this);
    }

    @Override
    public final void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
            throws IOException {
        container.proxyStream(event, answer, context);
    }

    /// The route that is called before a snapshot: one that asks the database before anything else.
    protected String rehearsed() {
        return "POST /rehearsal";
    }
}
