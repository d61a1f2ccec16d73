package todo.http;

import com.amazonaws.serverless.exceptions.InvalidRequestEventException;
import com.amazonaws.serverless.proxy.ExceptionHandler;
import com.amazonaws.serverless.proxy.RequestReader;
import com.amazonaws.serverless.proxy.ResponseWriter;
import com.amazonaws.serverless.proxy.internal.LambdaContainerHandler;
import com.amazonaws.serverless.proxy.model.AwsProxyRequest;
import com.amazonaws.serverless.proxy.model.AwsProxyResponse;
import com.amazonaws.serverless.proxy.model.ContainerConfig;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// Serverless Java Container without a servlet in it: the gateway's event in, one operation, the gateway's answer
/// out.
final class Container
        extends LambdaContainerHandler<AwsProxyRequest, AwsProxyResponse, Call, AtomicReference<AwsProxyResponse>> {
    static {
        // An emoji is four bytes of an answer, not the twelve of two escapes: Lambda takes six megabytes.
        getObjectMapper().getFactory().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature());
    }

    private final Exchange exchange;

    Container(Operation operation, Origins origins) {
        super(AwsProxyRequest.class, AwsProxyResponse.class, new Reader(), new Writer(), (_, _) -> null, new Failure());
        this.exchange = new Exchange(operation, origins);
    }

    @Override
    public void initialize() {
        // nothing runs before the first request
    }

    @Override
    protected AtomicReference<AwsProxyResponse> getContainerResponse(Call call, CountDownLatch answered) {
        answered.countDown();
        return new AtomicReference<>();
    }

    @Override
    protected void handleRequest(Call call, AtomicReference<AwsProxyResponse> answer, Context context) {
        answer.set(exchange.answer(call));
    }

    private static final class Reader extends RequestReader<AwsProxyRequest, Call> {
        @Override
        public Call readRequest(
                AwsProxyRequest event, SecurityContext security, Context context, ContainerConfig configuration)
                throws InvalidRequestEventException {
            if (event.getHttpMethod() == null || event.getRequestContext() == null) {
                throw new InvalidRequestEventException("This is no event of a REST API");
            }
            return new Call(event);
        }

        @Override
        protected Class<? extends AwsProxyRequest> getRequestClass() {
            return AwsProxyRequest.class;
        }
    }

    private static final class Writer extends ResponseWriter<AtomicReference<AwsProxyResponse>, AwsProxyResponse> {
        @Override
        public AwsProxyResponse writeResponse(AtomicReference<AwsProxyResponse> answer, Context context) {
            return answer.get();
        }
    }

    /// What reaches this is no request of a client's: the invocation fails, and the gateway answers for it.
    private static final class Failure implements ExceptionHandler<AwsProxyResponse> {
        @Override
        public AwsProxyResponse handle(Throwable failure) {
            throw new IllegalArgumentException("This is no event of a REST API", failure);
        }

        @Override
        public void handle(Throwable failure, OutputStream answer) throws IOException {
            throw new IOException("This is no event of a REST API", failure);
        }
    }
}
