package todo.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import todo.testing.FunctionError.Phase;

class RunningFunctionTest {
    private static final List<Path> TEST_CLASSES =
            List.of(Path.of("target/test-classes").toAbsolutePath());

    @Test
    void a_function_answers_several_events() {
        try (var function = start(Echo.class)) {
            assertThat(function.invoke("{\"n\": 1}")).isEqualTo("{\"n\": 1}");
            assertThat(function.invoke("{\"title\": \"Brot käufen 🥖\"}")).isEqualTo("{\"title\": \"Brot käufen 🥖\"}");
        }
    }

    @Test
    void output_contains_what_a_function_wrote_before_it_answered() {
        try (var function = start(Echo.class)) {
            function.invoke("\"größer\"");

            assertThat(function.output()).isEqualTo("heard \"größer\"\n");
        }
    }

    @Test
    void an_exception_keeps_its_type_and_message_and_the_function_continues() {
        try (var function = start(Throwing.class)) {
            for (var attempt = 1; attempt <= 2; attempt++) {
                var error = errorOf(function);

                assertThat(error.phase()).isEqualTo(Phase.INVOCATION);
                assertThat(error.type()).isEqualTo(IllegalStateException.class.getName());
                assertThat(error).hasMessage("Unauthorized");
            }
        }
    }

    @Test
    void a_failed_initialization_has_the_phase_init() {
        try (var function = start(FailingConstructor.class)) {
            var error = errorOf(function);

            assertThat(error.phase()).isEqualTo(Phase.INIT);
            assertThat(error).hasMessageContaining("DATABASE_URL is missing");
        }
    }

    @Test
    void a_handler_outside_the_code_is_not_found() {
        try (var function = RunningFunction.start(Echo.class.getName(), Map.of())) {
            assertThat(errorOf(function)).hasMessageStartingWith("Class not found");
        }
    }

    @Test
    void a_function_that_exits_has_the_phase_exit() {
        try (var function = start(Exiting.class)) {
            assertThat(errorOf(function))
                    .hasMessageStartingWith("exit status 3\n")
                    .extracting(FunctionError::phase)
                    .isEqualTo(Phase.EXIT);
            assertThat(errorOf(function).phase()).isEqualTo(Phase.EXIT);
        }
    }

    @Test
    void the_environment_contains_settings_and_lambdas_variables_only() {
        try (var function = start(Environment.class)) {
            assertThat(function.invoke("{}").lines())
                    .contains("SETTING=value", "AWS_LAMBDA_INITIALIZATION_TYPE=on-demand")
                    .noneMatch(line -> line.startsWith("HOME=") || line.startsWith("PATH="));
        }
    }

    @Test
    void cpu_time_is_counted() {
        try (var function = start(Echo.class)) {
            function.invoke("{}");

            assertThat(function.cpuTime()).isPositive();
        }
    }

    private static RunningFunction start(Class<?> handler) {
        return RunningFunction.start(
                LambdaJvm.of(handler.getName(), Map.of("SETTING", "value")).with(TEST_CLASSES));
    }

    private static FunctionError errorOf(RunningFunction function) {
        return catchThrowableOfType(FunctionError.class, () -> function.invoke("{}"));
    }

    public static final class Echo implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
            var text = new String(event.readAllBytes(), UTF_8);
            System.out.println("heard " + text);
            answer.write(text.getBytes(UTF_8));
        }
    }

    public static final class Throwing implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) {
            throw new IllegalStateException("Unauthorized");
        }
    }

    public static final class FailingConstructor implements RequestStreamHandler {
        public FailingConstructor() {
            throw new IllegalStateException("DATABASE_URL is missing");
        }

        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) {}
    }

    public static final class Exiting implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) {
            System.exit(3);
        }
    }

    public static final class Environment implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
            for (var variable : new TreeMap<>(System.getenv()).entrySet()) {
                answer.write((variable + "\n").getBytes(UTF_8));
            }
        }
    }
}
