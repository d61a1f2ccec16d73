package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.Person;

final class DueDateTest {
    private static final Person ALICE = Api.shared().newPerson();

    @ParameterizedTest
    @CsvSource({
        "2026-01-20T10:15:30Z, 2026-01-20T10:15:30Z",
        "2026-01-20T10:15:30+02:00, 2026-01-20T08:15:30Z",
        "2026-01-20T23:15:30-05:30, 2026-01-21T04:45:30Z",
        "2026-01-20T10:15:30-00:00, 2026-01-20T10:15:30Z",
        "2026-01-20t10:15:30z, 2026-01-20T10:15:30Z",
        "2026-01-20T10:15:30.5Z, 2026-01-20T10:15:30.500Z",
        "2026-01-20T10:15:30.123456Z, 2026-01-20T10:15:30.123456Z",
        "2026-01-20T00:00:00Z, 2026-01-20T00:00:00Z",
        "2028-02-29T23:59:59.999999Z, 2028-02-29T23:59:59.999999Z",
        "1582-10-10T12:00:00Z, 1582-10-10T12:00:00Z",
        "1500-02-28T12:00:00Z, 1500-02-28T12:00:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
    })
    void a_timestamp_is_stored_in_utc(String text, String stored) {
        var answer = ALICE.create(due("\"" + text + "\"")).is(201);

        assertThat(answer.text("due_date")).isEqualTo(stored);
        assertThat(ALICE.get(ALICE.task(answer.id())).text("due_date")).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-20",
                "2026-01-20T10:15:30",
                "2026-01-20T10:15Z",
                "2026-01-20 10:15:30Z",
                " 2026-01-20T10:15:30Z",
                "2026-01-20T10:15:30.Z",
                "2026-01-20T10:15:30.1234567Z",
                "2026-01-20T10:15:30,5Z",
                "2026-01-20T10:15:30+0200",
                "2026-01-20T10:15:30+02",
                "2026-01-20T10:15:30Z[UTC]",
                "2026-01-20T24:00:00Z",
                "2026-01-20T10:60:00Z",
                "2016-12-31T23:59:60Z",
                "2026-02-30T10:15:30Z",
                "2027-02-29T10:15:30Z",
                "2026-13-01T10:15:30Z",
                "0000-01-01T00:00:00Z",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "10000-01-01T00:00:00Z",
                "+2026-01-20T10:15:30Z",
                "-0001-01-20T10:15:30Z",
                "٢٠٢٦-01-20T10:15:30Z",
                "1768904130",
                "tomorrow",
            })
    void a_text_that_is_no_rfc_3339_timestamp_to_the_microsecond_is_refused(String text) {
        ALICE.create(due("\"" + text + "\"")).isInvalid("due_date INVALID_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1768904130", "true", "[]", "{}", "[\"2026-01-20T10:15:30Z\"]"})
    void a_timestamp_that_is_no_string_is_refused(String json) {
        ALICE.create(due(json)).isInvalid("due_date WRONG_TYPE");
    }

    private static String due(String json) {
        return "{\"title\": \"Buy milk\", \"due_date\": " + json + "}";
    }
}
