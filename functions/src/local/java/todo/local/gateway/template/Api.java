package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/// `binaryTypes` are the media types whose bodies travel as base64 between the gateway and a function.
public record Api(String id, String stage, List<String> binaryTypes, Map<ResponseType, GatewayResponse> responses) {
    static Api of(String id, JsonNode properties) {
        return new Api(
                id,
                properties.path("StageName").asText("Prod"),
                properties
                        .path("BinaryMediaTypes")
                        .valueStream()
                        .map(type -> type.asText().replace("~1", "/"))
                        .toList(),
                GatewayResponse.allOf(properties.path("GatewayResponses")));
    }
}
