package todo.fuzz.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import todo.local.gateway.cloudformation.TemplateException;
import todo.local.gateway.template.Template;

/// The local gateway's reader of template.yaml.
final class TemplateFuzzTest {
    @FuzzTest
    void a_template_is_refused_with_a_reason_or_has_complete_routes(byte[] input) throws IOException {
        var file = Files.createTempFile("template", ".yaml");
        try {
            Files.write(file, input);
            var template = Template.read(file, Map.of());

            assertThat(template.routes()).allSatisfy(route -> {
                assertThat(route.path()).startsWith("/");
                assertThat(route.method()).isNotEmpty();
            });
        } catch (TemplateException refusal) {
            assertThat(refusal).message().isNotBlank();
        } finally {
            Files.delete(file);
        }
    }
}
