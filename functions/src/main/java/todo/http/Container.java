package todo.http;

import com.amazonaws.serverless.exceptions.InvalidRequestEventException;
import com.amazonaws.serverless.proxy.ExceptionHandler;
import com.amazonaws.serverless.proxy.RequestReader;
import com.amazonaws.serverless.proxy.ResponseWriter;
import com.amazonaws.serverless.proxy.internal.LambdaContainerHandler;
import com.amazonaws.serverless.proxy.model.ContainerConfig;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// Serverless Java Container without a servlet in it: the gateway's event in, one operation, the gateway's answer
/// out. Both are trees: binding events to the container's own classes takes a tenth of a cold start.
final class Container extends LambdaContainerHandler<JsonNode, ObjectNode, Call, AtomicReference<ObjectNode>> {
    static {
        // An emoji is four bytes of an answer, not the twelve of two escapes: Lambda takes six megabytes.
        getObjectMapper().getFactory().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature());
    }

    private final Exchange exchange;

    Container(Operation operation, Origins origins) {
        super(JsonNode.class, ObjectNode.class, new Reader(), new Writer(), (_, _) -> null, new Failure());
        this.exchange = new Exchange(operation, origins);
    }

    @Override
    public void initialize() {
        // nothing runs before the first request
    }

    @Override
    protected AtomicReference<ObjectNode> getContainerResponse(Call call, CountDownLatch answered) {
        answered.countDown();
        return new AtomicReference<>();
    }

    @Override
    protected void handleRequest(Call call, AtomicReference<ObjectNode> answer, Context context) {
        answer.set(exchange.answer(call));
    }

    private static final class Reader extends RequestReader<JsonNode, Call> {
        @Override
        public Call readRequest(
                JsonNode event, SecurityContext security, Context context, ContainerConfig configuration)
                throws InvalidRequestEventException {
            if (!event.hasNonNull("httpMethod") || !event.hasNonNull("requestContext")) {
                throw new InvalidRequestEventException("This is no event of a REST API");
            }
            return new Call(event);
        }

        @Override
        protected Class<? extends JsonNode> getRequestClass() {
            return JsonNode.class;
        }
    }

    private static final class Writer extends ResponseWriter<AtomicReference<ObjectNode>, ObjectNode> {
        @Override
        public ObjectNode writeResponse(AtomicReference<ObjectNode> answer, Context context) {
            return answer.get();
        }
    }

    /// What reaches this is no request of a client's: the invocation fails, and the gateway answers for it.
    private static final class Failure implements ExceptionHandler<ObjectNode> {
        @Override
        public ObjectNode handle(Throwable failure) {
            throw new IllegalArgumentException("This is no event of a REST API", failure);
        }

        @Override
        public void handle(Throwable failure, OutputStream answer) throws IOException {
            throw new IOException("This is no event of a REST API", failure);
        }
    }
}
