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

/// Neon's way: every statement may meet another session, because a pooler in transaction mode stands between.
final class PoolerTest {
    @Test
    @EnabledIf("todo.testing.PgBouncer#installed")
    void everything_works_behind_a_pooler_that_knows_no_prepared_statements() {
        everythingWorksBehindPooler(0, "?prepareThreshold=0");
    }

    @Test
    @EnabledIf("todo.testing.PgBouncer#prepares")
    void everything_works_prepared_where_the_pooler_follows() {
        everythingWorksBehindPooler(200, "");
    }

    @Test
    void everything_works_prepared_without_a_pooler() {
        everythingWorks(Api.database().url());
    }

    private static void everythingWorksBehindPooler(int preparedStatements, String settings) {
        try (var pooler = PgBouncer.before(URI.create(Api.database().url()), preparedStatements)) {
            everythingWorks(pooler.url() + settings);
        }
    }

    private static void everythingWorks(String url) {
        try (var api = Api.with(Map.of("DATABASE_URL", url))) {
            var alice = api.newPerson();
            liveThrough(alice);
            liveThrough(alice.loggedInAgain());

            var session = alice.loggedInAgain();
            session.post("/api/v1/auth/logout", "").is(200);
            session.get(alice.tasks()).isProblem(401, "UNAUTHENTICATED");
        }
    }

    private static void liveThrough(Person person) {
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
