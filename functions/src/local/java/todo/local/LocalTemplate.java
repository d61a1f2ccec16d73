package todo.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import todo.local.gateway.template.Template;

/// Reads this project's template with parameters from the environment.
public final class LocalTemplate {
    private LocalTemplate() {}

    public static Template read(Map<String, String> environment) throws IOException {
        var origins = environment
                .getOrDefault("ALLOWED_ORIGINS", "http://localhost:3000")
                .split(",", 2);
        var parameters = Map.of("AllowedOrigin", origins[0], "FurtherOrigins", origins.length > 1 ? origins[1] : "");
        return Template.read(Path.of("template.yaml"), parameters);
    }
}
