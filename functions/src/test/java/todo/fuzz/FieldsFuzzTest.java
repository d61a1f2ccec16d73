package todo.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.json.Json;
import todo.tasks.Priority;
import todo.validation.Fields;

/// Every kind of field that [Fields] reads. The input is a body.
final class FieldsFuzzTest {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private record Form(
            String text,
            String ascii,
            String secret,
            @Nullable String prose,
            @Nullable Integer number,
            UUID id,
            @Nullable Instant moment,
            @Nullable Priority choice,
            List<Form> objects) {
        static Form from(Fields fields) {
            return new Form(
                    fields.text("text", 1, 5),
                    fields.ascii("ascii", 1, 5),
                    fields.secret("secret"),
                    fields.prose("prose", 5),
                    fields.number("number", -3, 3),
                    fields.id("id"),
                    fields.moment("moment"),
                    fields.choice("choice", Priority.class),
                    fields.clears("objects") ? List.of() : fields.objects("objects", 3, Form::from));
        }
    }

    @FuzzTest
    void a_body_has_complete_errors_or_only_values_within_their_limits(byte[] input) {
        Json.object(new String(input, UTF_8)).map(Fields::new).ifPresent(fields -> {
            var form = Form.from(fields);
            var errors = fields.errors().violations();

            assertThat(errors).hasSizeLessThanOrEqualTo(50).allSatisfy(error -> {
                assertThat(error.field()).isNotEmpty();
                assertThat(error.code()).matches("[A-Z_]+");
                assertThat(error.message()).contains(" ");
            });
            if (errors.isEmpty()) {
                isWithinLimits(form);
            }
        });
    }

    private static void isWithinLimits(Form form) {
        assertThat(form.text().codePointCount(0, form.text().length())).isBetween(1, 5);
        assertThat(form.text()).doesNotContainPattern("\\p{Cntrl}|\\p{Cs}|\\R");
        assertThat(form.text()).isEqualTo(form.text().strip());
        assertThat(form.ascii()).matches("[!-~]{1,5}");
        assertThat(form.secret()).doesNotContain("\0").doesNotContainPattern("\\p{Cs}");
        assertThat(String.valueOf(form.prose())).doesNotContainPattern("[\\p{Cntrl}&&[^\\r\\n\\t]]|\\p{Cs}");
        assertThat(form.moment() == null || !form.moment().isBefore(FIRST)).isTrue();
        assertThat(form.number() == null || Math.abs(form.number()) <= 3).isTrue();
        assertThat(form.objects()).hasSizeLessThanOrEqualTo(3).allSatisfy(FieldsFuzzTest::isWithinLimits);
    }
}
