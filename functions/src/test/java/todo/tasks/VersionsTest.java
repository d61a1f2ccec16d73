package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

/// Versions and `If-Match`.
final class VersionsTest {
    private static final Person ALICE = Api.shared().newPerson();

    /// Has version 2.
    private final UUID id = ALICE.newTask("Buy milk");

    private final Answer changed =
            ALICE.patch(ALICE.task(id), "{\"priority\": \"low\"}").is(200);

    @Test
    void every_change_increments_the_version_and_advances_updated_at() {
        var last = changed;
        for (var change : new Request[] {
            write("PUT"), write("PATCH"), ALICE.request("PATCH", ALICE.task(id) + "/complete"), write("PATCH")
        }) {
            var next = change.send().is(200);
            assertThat(next.json().path("version").asInt())
                    .isEqualTo(last.json().path("version").asInt() + 1);
            assertThat(next.header("ETag")).hasValue("\"" + next.text("version") + "\"");
            assertThat(next.instant("updated_at")).isAfter(last.instant("updated_at"));
            last = next;
        }
    }

    @Test
    void updated_at_advances_even_if_the_clock_is_set_back() {
        Sql.run("update task_feeds set changed_at = now() + interval '1 hour' where user_id = ?", ALICE.id());
        var before = write("PATCH").send().is(200);

        assertThat(write("PATCH").send().is(200).instant("updated_at")).isAfter(before.instant("updated_at"));
    }

    @Test
    void reads_and_refused_changes_keep_the_version() {
        ALICE.get(ALICE.task(id));
        ALICE.patch(ALICE.task(id), "{\"title\": \"\"}").is(400);
        write("PATCH").header("If-Match", "\"1\"").send().is(412);

        assertThat(ALICE.get(ALICE.task(id)).header("ETag")).hasValue("\"2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2\"",
                "*",
                "\"1\", \"2\"",
                "\"1\",\"2\",\"3\"",
                "W/\"1\", \"2\"",
                "\"x\", \"2\"",
            })
    void a_matching_if_match_answers_200(String allowed) {
        for (var method : new String[] {"PUT", "PATCH", "COMPLETE", "DELETE"}) {
            var other = ALICE.newTask("Buy milk");
            ALICE.patch(ALICE.task(other), "{\"priority\": \"low\"}").is(200);
            write(method, other).header("If-Match", allowed).send().is(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1\"",
                "\"3\"",
                "W/\"2\"",
                "\"02\"",
                "\"\"",
                "\"abc\"",
                "\"99999999999999999999\"",
                "\"1\", \"3\""
            })
    void an_if_match_without_the_current_version_answers_412(String allowed) {
        for (var method : new String[] {"PUT", "PATCH", "COMPLETE", "DELETE"}) {
            write(method, id).header("If-Match", allowed).send().isProblem(412, "VERSION_CONFLICT");
        }
        assertThat(ALICE.get(ALICE.task(id)).json()).isEqualTo(changed.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "", "\"2", "2\"", "\"2\",", ",\"2\"", "w/\"2\"", "*, \"2\"", "\"2\" \"3\"", "'2'"})
    void a_malformed_if_match_answers_400(String header) {
        for (var method : new String[] {"PUT", "PATCH", "COMPLETE", "DELETE"}) {
            write(method, id).header("If-Match", header).send().isInvalid("If-Match INVALID_FORMAT");
        }
    }

    @Test
    void an_if_match_of_2500_etags_is_accepted() {
        write("PATCH").header("If-Match", "\"\",".repeat(2500) + "\"2\"").send().is(200);
    }

    @Test
    void an_if_match_for_an_unknown_task_answers_404() {
        write("PATCH", UUID.randomUUID()).header("If-Match", "*").send().isProblem(404, "TASK_NOT_FOUND");
        write("PATCH", UUID.randomUUID()).header("If-Match", "\"1\"").send().isProblem(404, "TASK_NOT_FOUND");
    }

    private Request write(String method) {
        return write(method, id);
    }

    private static Request write(String method, UUID task) {
        return switch (method) {
            case "COMPLETE" -> ALICE.request("PATCH", ALICE.task(task) + "/complete");
            case "DELETE" -> ALICE.request("DELETE", ALICE.task(task));
            default -> ALICE.request(method, ALICE.task(task)).json("{\"title\": \"Buy bread\"}");
        };
    }
}
