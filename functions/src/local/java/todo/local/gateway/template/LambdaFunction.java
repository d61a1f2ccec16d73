package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import todo.local.gateway.cloudformation.TemplateException;

/// A function of the template. `name` is the logical id; `memory` is in MB.
public record LambdaFunction(String name, String handler, Duration timeout, int memory) {
    static LambdaFunction of(String name, JsonNode properties) {
        if (!properties.path("Handler").isTextual()) {
            throw new TemplateException(name + ": a function needs a Handler");
        }
        return new LambdaFunction(
                name,
                properties.path("Handler").asText(),
                Duration.ofSeconds(properties.path("Timeout").asLong(3)),
                properties.path("MemorySize").asInt(128));
    }

    public String arn() {
        return "arn:aws:lambda:us-east-1:123456789012:function:" + name;
    }
}
