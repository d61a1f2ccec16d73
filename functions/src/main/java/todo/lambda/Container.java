package todo.lambda;

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
import todo.http.Call;
import todo.http.HttpSettings;
import todo.http.Operation;

/// AWS Serverless Java Container around a [Dispatcher] instead of servlets. Events and answers are JSON trees:
/// binding them to the container's own classes takes a tenth of a cold start.
final class Container extends LambdaContainerHandler<JsonNode, ObjectNode, Call, AtomicReference<ObjectNode>> {
    static {
        // Writes an emoji as four bytes instead of twelve, because Lambda limits answers to six megabytes.
        getObjectMapper().getFactory().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature());
    }

    private static final String NOT_A_REST_EVENT = "Not an event of an API Gateway REST API";

    private final Dispatcher dispatcher;

    Container(Operation operation, HttpSettings http) {
        super(JsonNode.class, ObjectNode.class, new Reader(), new Writer(), (_, _) -> null, new InvalidEvent());
        this.dispatcher = new Dispatcher(operation, http);
    }

    @Override
    public void initialize() {
        // nothing to initialise before the first request
    }

    @Override
    protected AtomicReference<ObjectNode> getContainerResponse(Call call, CountDownLatch answered) {
        answered.countDown();
        return new AtomicReference<>();
    }

    @Override
    protected void handleRequest(Call call, AtomicReference<ObjectNode> answer, Context context) {
        answer.set(dispatcher.answer(call));
    }

    private static final class Reader extends RequestReader<JsonNode, Call> {
        @Override
        public Call readRequest(
                JsonNode event, SecurityContext security, Context context, ContainerConfig configuration)
                throws InvalidRequestEventException {
            if (!event.hasNonNull("httpMethod") || !event.hasNonNull("requestContext")) {
                throw new InvalidRequestEventException(NOT_A_REST_EVENT);
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

    /// Fails the invocation, because an invalid event does not come from a client. The gateway answers 502.
    private static final class InvalidEvent implements ExceptionHandler<ObjectNode> {
        @Override
        public ObjectNode handle(Throwable failure) {
            throw new IllegalArgumentException(NOT_A_REST_EVENT, failure);
        }

        @Override
        public void handle(Throwable failure, OutputStream answer) throws IOException {
            throw new IOException(NOT_A_REST_EVENT, failure);
        }
    }
}
