package todo.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/// Amazon SQS in this process (ElasticMQ). All tests share it; each has its own queue.
public final class SqsServer {
    private static final SqsServer SHARED = new SqsServer();

    private final int port;
    private final SqsClient client;

    private SqsServer() {
        port = SQSRestServerBuilder.withInterface("localhost")
                .withDynamicPort()
                .start()
                .waitUntilStarted()
                .localAddress()
                .getPort();
        endpoint().useForSqs();
        client = SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    public static SqsServer shared() {
        return SHARED;
    }

    /// Creates a queue and returns its URL. An API with it as `MAIL_QUEUE_URL` sends no mail itself.
    public String newQueue() {
        return client.createQueue(queue -> queue.queueName("mail-" + UUID.randomUUID()))
                .queueUrl();
    }

    /// Environment variables of another process that puts messages into this queue.
    public Map<String, String> environment(String queueUrl) {
        var environment = new HashMap<>(endpoint().environment());
        environment.put("MAIL_QUEUE_URL", queueUrl);
        return environment;
    }

    /// Does this while new clients of this process don't reach the server.
    public void whileUnreachable(Runnable action) {
        new AwsEndpoint("http://localhost:1").useForSqs();
        try {
            action.run();
        } finally {
            endpoint().useForSqs();
        }
    }

    /// Takes the messages out of a queue, as an event of the Lambda function that it invokes.
    public String receive(String queueUrl) {
        var event = new ObjectMapper().createObjectNode();
        var records = event.putArray("Records");
        messages(queueUrl).forEach(message -> add(message, records.addObject()));
        return event.toString();
    }

    private AwsEndpoint endpoint() {
        return new AwsEndpoint("http://localhost:" + port);
    }

    private List<Message> messages(String queueUrl) {
        var received = client.receiveMessage(
                        request -> request.queueUrl(queueUrl).maxNumberOfMessages(10))
                .messages();
        received.forEach(message ->
                client.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle())));
        return received;
    }

    private static void add(Message message, ObjectNode record) {
        record.put("messageId", message.messageId())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body())
                .put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:eu-central-1:123456789012:todo-local-mail")
                .put("awsRegion", "eu-central-1");
        record.putObject("attributes").put("ApproximateReceiveCount", "1");
        record.putObject("messageAttributes");
    }
}
