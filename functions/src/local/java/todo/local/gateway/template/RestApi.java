package todo.local.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/// An API. `binaryTypes` are the media types whose bodies the gateway and functions exchange as base64;
/// `responses` are the gateway responses that the template customises.
public record RestApi(String id, String stage, List<String> binaryTypes, Map<ResponseType, GatewayResponse> responses) {
    static RestApi of(String id, JsonNode properties) {
        return new RestApi(
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
