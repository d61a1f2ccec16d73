package todo.local.gateway.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/// Merges SAM's `Globals` into a resource: objects are merged, lists are concatenated, and other values of the
/// resource replace the global ones.
public final class Globals {
    private Globals() {}

    public static JsonNode merge(JsonNode global, JsonNode own) {
        if (own.isMissingNode()) {
            return global;
        }
        if (global instanceof ObjectNode base && own instanceof ObjectNode object && !isIntrinsic(base, object)) {
            var merged = base.deepCopy();
            object.properties()
                    .forEach(member ->
                            merged.set(member.getKey(), merge(base.path(member.getKey()), member.getValue())));
            return merged;
        }
        if (global instanceof ArrayNode base && own instanceof ArrayNode list) {
            return base.deepCopy().addAll(list);
        }
        return own;
    }

    private static boolean isIntrinsic(ObjectNode base, ObjectNode own) {
        return Stream.of(base, own)
                .flatMap(each -> each.properties().stream())
                .anyMatch(member ->
                        member.getKey().startsWith("Fn::") || member.getKey().equals("Ref"));
    }
}
