package todo.storm.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A request. The methods return changed copies.
record Call(String method, String path, Map<String, String> headers, Optional<String> body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Call of(String method, String path) {
        return new Call(method, path, Map.of(), Optional.empty());
    }

    Call header(String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return new Call(method, path, all, body);
    }

    Call json(Map<String, ?> members) {
        try {
            var text = JSON.writeValueAsString(members);
            return new Call(method, path, headers, Optional.of(text)).header("Content-Type", "application/json");
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Call ifMatch(OptionalInt version) {
        return version.isPresent() ? header("If-Match", "\"" + version.getAsInt() + "\"") : this;
    }

    boolean hasKey() {
        return headers.containsKey("Idempotency-Key");
    }
}
