package todo.storm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Person;

/// Each fault has an effect, requests are answered as specified meanwhile, and successfully afterwards.
@Tag("storm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultySystemTest {
    private static final int SHORTEST_DELAY_MILLIS = 100;

    private final FaultySystem system = FaultySystem.start();
    private final Person alice = system.api().newPerson();
    private final String task =
            alice.task(alice.create("{\"title\": \"Buy milk\", \"description\": \"%s\"}".formatted("m".repeat(1000)))
                    .id());

    FaultySystemTest() throws IOException {}

    @AfterAll
    void stop() {
        system.close();
    }

    @AfterEach
    void requests_are_answered_again() {
        assertThat(system.apis()).allSatisfy(api -> {
            alice.at(api).get(task).is(200);
            alice.at(api).newTask("Buy bread");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool full",
                "database connections cut before replies",
                "database connections cut in the middle of replies",
                "database connections cut after replies"
            })
    void requests_that_the_database_cannot_serve_are_answered_with_503(String fault) {
        assertThat(outcomesDuring(fault)).contains("503");
    }

    /// Changes of a task may still fit into free space of the table; a hundred long tasks don't.
    @Test
    void a_request_that_needs_space_on_a_full_disk_is_answered_with_503() {
        var creation = "{\"op\": \"create\", \"task\": {\"title\": \"Long\", \"description\": \"%s\"}}"
                .formatted("x".repeat(500));
        var batch = "{\"operations\": [%s]}".formatted(String.join(", ", Collections.nCopies(100, creation)));

        assertThat(outcomesDuring("disk full", () -> alice.post(alice.tasks() + "/batch", batch)))
                .contains("503");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "disk full for the write-ahead log",
                "PostgreSQL killed",
                "PostgreSQL shut down immediately",
                "a backend killed, so that PostgreSQL recovers",
                "all backends terminated",
                "PgBouncer restarted"
            })
    void no_session_of_the_database_survives(String fault) {
        var before = system.cluster().backends();

        outcomesDuring(fault);

        assertThat(before)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(system.cluster().backends());
    }

    @Test
    void some_sessions_of_the_database_are_terminated() {
        var before = system.cluster().backends();

        outcomesDuring("some backends terminated");

        assertThat(system.cluster().backends().containsAll(before)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client connections cut before replies", "client connections cut in the middle of replies"})
    void clients_get_no_answer_over_a_cut_connection(String fault) {
        assertThat(outcomesDuring(fault)).contains(RepeatedRequest.CUT);
    }

    @Test
    void clients_connect_again_after_a_reply_that_ends_the_connection() {
        var before = system.clientConnections();

        outcomesDuring("client connections cut after replies");

        assertThat(system.clientConnections()).isGreaterThan(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client connections in a black hole",
                "client connections delayed",
                "client connections slow",
                "database connections in a black hole",
                "database connections delayed",
                "database connections slow"
            })
    void few_requests_are_answered_over_a_bad_network(String fault) {
        var start = System.nanoTime();
        var answers = outcomesDuring(fault).size();
        var millis = (System.nanoTime() - start) / 1_000_000;

        assertThat(answers).isLessThanOrEqualTo((int) millis / SHORTEST_DELAY_MILLIS + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "a function frozen while its statement commits, 1",
        "a function frozen until its statement has timed out, 0",
        "a function frozen until its connection has ended, 1"
    })
    void the_statement_of_a_frozen_function_is_executed_once_at_most(String fault, int tasks) {
        var before = written();

        assertThat(outcomesDuring(fault)).containsOnly("200");

        assertThat(written()).isEqualTo(before + tasks);
    }

    private int written() {
        return system.cluster()
                .texts("select 1 from tasks where title = ?", FrozenFunction.TITLE)
                .size();
    }

    private List<String> outcomesDuring(String fault) {
        return outcomesDuring(
                fault, () -> alice.request("PATCH", task + "/complete").send());
    }

    private List<String> outcomesDuring(String fault, Supplier<Answer> request) {
        var struck = system.faults().stream()
                .filter(known -> known.name().equals(fault))
                .findFirst();
        assumeTrue(struck.isPresent(), () -> "Skipped: " + system.skipped());
        return new RepeatedRequest(request).during(struck.orElseThrow());
    }
}
