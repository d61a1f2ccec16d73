package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Person;
import todo.testing.PgBouncer;
import todo.testing.TaskRequests;

/// Each statement may be executed in another session, as with Neon, whose pooler runs in transaction mode.
final class PoolerTest {
    @Test
    @EnabledIf("todo.testing.PgBouncer#installed")
    void all_operations_work_behind_a_pooler_without_prepared_statements() {
        assertAllOperationsWorkBehindPooler(0, "?prepareThreshold=0");
    }

    @Test
    @EnabledIf("todo.testing.PgBouncer#prepares")
    void all_operations_work_behind_a_pooler_with_prepared_statements() {
        assertAllOperationsWorkBehindPooler(200, "");
    }

    @Test
    void all_operations_work_without_a_pooler() {
        assertAllOperationsWork(Api.database().url());
    }

    private static void assertAllOperationsWorkBehindPooler(int preparedStatements, String settings) {
        try (var pooler = PgBouncer.before(URI.create(Api.database().url()), preparedStatements)) {
            assertAllOperationsWork(pooler.url() + settings);
        }
    }

    private static void assertAllOperationsWork(String url) {
        try (var api = Api.with(Map.of("DATABASE_URL", url))) {
            var alice = api.newPerson();
            assertConcurrentRequestsSucceed(alice);
            assertConcurrentRequestsSucceed(alice.loggedInAgain());

            var session = alice.loggedInAgain();
            session.post("/api/v1/auth/logout", "").is(200);
            session.get(alice.tasks()).isProblem(401, "UNAUTHENTICATED");
        }
    }

    private static void assertConcurrentRequestsSucceed(Person person) {
        var atOnce = new ArrayList<>(TaskRequests.all(person, person.tasks()));
        for (var copy = 2; copy <= 7; copy++) {
            atOnce.addAll(TaskRequests.all(person, person.tasks()));
        }
        atOnce.add(person.request("GET", "/api/v1/users/me"));

        assertThat(Burst.ofOneUser(atOnce.size(), number -> atOnce.get(number).send()))
                .hasSize(50)
                .allSatisfy(Answer::isSuccess);
        assertThat(person.get(person.tasks()).is(200).json().path("total").asInt())
                .isPositive();
    }
}
