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
    void a_function_answers_one_event_after_the_other() {
        try (var function = start(Echo.class)) {
            assertThat(function.invoke("{\"n\": 1}")).isEqualTo("{\"n\": 1}");
            assertThat(function.invoke("{\"title\": \"Brot käufen 🥖\"}")).isEqualTo("{\"title\": \"Brot käufen 🥖\"}");
        }
    }

    @Test
    void what_a_function_wrote_before_it_answered_is_in_its_output() {
        try (var function = start(Echo.class)) {
            function.invoke("\"größer\"");

            assertThat(function.output()).isEqualTo("heard \"größer\"\n");
        }
    }

    @Test
    void a_refusal_keeps_its_type_and_its_very_message_and_the_function_lives_on() {
        try (var function = start(Refusing.class)) {
            for (var attempt = 1; attempt <= 2; attempt++) {
                var error = errorOf(function);

                assertThat(error.phase()).isEqualTo(Phase.INVOCATION);
                assertThat(error.type()).isEqualTo(IllegalStateException.class.getName());
                assertThat(error).hasMessage("Unauthorized");
            }
        }
    }

    @Test
    void a_function_that_cannot_start_is_told_from_one_that_fails() {
        try (var function = start(Unfit.class)) {
            var error = errorOf(function);

            assertThat(error.phase()).isEqualTo(Phase.INIT);
            assertThat(error).hasMessageContaining("DATABASE_URL is missing");
        }
    }

    @Test
    void a_handler_that_does_not_ship_is_not_found() {
        try (var function = RunningFunction.start(Echo.class.getName(), Map.of())) {
            assertThat(errorOf(function)).hasMessageStartingWith("Class not found");
        }
    }

    @Test
    void a_function_that_ends_itself_leaves_nobody_waiting() {
        try (var function = start(Leaving.class)) {
            assertThat(errorOf(function))
                    .hasMessageStartingWith("exit status 3\n")
                    .extracting(FunctionError::phase)
                    .isEqualTo(Phase.EXIT);
            assertThat(errorOf(function).phase()).isEqualTo(Phase.EXIT);
        }
    }

    @Test
    void a_function_sees_its_settings_and_what_lambda_sets_and_nothing_of_ours() {
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

    public static final class Refusing implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) {
            throw new IllegalStateException("Unauthorized");
        }
    }

    public static final class Unfit implements RequestStreamHandler {
        public Unfit() {
            throw new IllegalStateException("DATABASE_URL is missing");
        }

        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) {}
    }

    public static final class Leaving implements RequestStreamHandler {
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
