package todo.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import todo.http.Call;
import todo.http.EntityTags;
import todo.http.ErrorCode;
import todo.http.IdempotencyKey;
import todo.http.Origins;
import todo.http.Problem;

/// The headers that operations read, all with the same value.
final class HeaderFuzzTest {
    private static final Origins ORIGINS = Origins.parse("https://todo.example.org");
    private static final List<String> NAMES = List.of(
            "If-Match", "If-None-Match", "Idempotency-Key", "X-Correlation-Id", "Origin", "User-Agent", "Content-Type");

    @FuzzTest
    void a_header_is_refused_by_name_or_read_as_it_was_sent(byte[] input) {
        var value = new String(input, UTF_8);
        var call = call(value);

        readsEntityTags(call, value);
        readsIdempotencyKey(call, value);
        assertThat(call.correlationId().stream())
                .allSatisfy(id -> assertThat(id).isEqualTo(value).matches("[A-Za-z0-9._-]{1,128}"));
        assertThat(ORIGINS.headers(call).getOrDefault("Access-Control-Allow-Origin", "https://todo.example.org"))
                .isEqualTo("https://todo.example.org");
        assertThat(String.valueOf(call.client().userAgent()).length()).isLessThanOrEqualTo(300);
        assertThat(String.valueOf(call.client().userAgent())).doesNotContain("\0");
    }

    private static void readsEntityTags(Call call, String value) {
        try {
            EntityTags.ifMatch(call)
                    .ifPresent(versions -> assertThat(versions).allSatisfy(version -> {
                        assertThat(version).isPositive();
                        assertThat(value).contains("\"" + version + "\"");
                    }));
            assertThat(EntityTags.ifNoneMatch(call, 3))
                    .isEqualTo(value.contains("\"3\"") || value.strip().equals("*"));
        } catch (Problem refusal) {
            isRefused(refusal, "If-Match");
        }
    }

    private static void readsIdempotencyKey(Call call, String value) {
        try {
            assertThat(IdempotencyKey.of(call).orElseThrow().name())
                    .isEqualTo(value)
                    .hasSizeBetween(1, 255);
        } catch (Problem refusal) {
            isRefused(refusal, "Idempotency-Key");
        }
    }

    private static void isRefused(Problem refusal, String header) {
        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
        assertThat(refusal.violations().getFirst().field()).isEqualTo(header);
    }

    private static Call call(String value) {
        var event = JsonNodeFactory.instance.objectNode();
        var headers = event.putObject("multiValueHeaders");
        NAMES.forEach(name -> headers.putArray(name).add(value));
        return new Call(event);
    }
}
