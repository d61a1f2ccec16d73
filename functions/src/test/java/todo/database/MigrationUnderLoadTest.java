package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Burst;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.PgBouncer;
import todo.testing.Request;
import todo.testing.Sql;
import todo.testing.TaskRequests;

/// Tables are altered while clients use statements prepared before.
@Isolated("alters tables that all tests use")
final class MigrationUnderLoadTest {
    private static final int CLIENTS = 12;
    private static final List<String> MIGRATIONS = List.of(
            "alter table tasks add column colour text",
            "alter table users alter column name type varchar(300), alter column email type varchar(300)",
            "alter table tasks drop column colour",
            "alter table users alter column name type text, alter column email type text");

    private final AppRole role = AppRole.create("migrating", Map.of());
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicBoolean migrated = new AtomicBoolean();

    @AfterEach
    void restore_the_tables() {
        Sql.run("alter table tasks drop column if exists colour");
        Sql.run("alter table users alter column name type text, alter column email type text");
    }

    @Test
    void every_request_succeeds_during_a_migration() {
        assertThat(answersDuringMigrations(role.url())).allSatisfy(Answer::isSuccess);
    }

    @Test
    @EnabledIf("todo.testing.PgBouncer#prepares")
    void every_request_succeeds_during_a_migration_behind_a_pooler_with_prepared_statements() {
        try (var pooler = PgBouncer.before(URI.create(role.url()), 200)) {
            assertThat(answersDuringMigrations(pooler.url().toString())).allSatisfy(Answer::isSuccess);
        }
    }

    private List<Answer> answersDuringMigrations(String url) {
        var settings = Map.of("DATABASE_URL", url, "AWS_LAMBDA_MAX_CONCURRENCY", Integer.toString(CLIENTS));
        try (var api = Api.with(settings)) {
            var answers = CompletableFuture.supplyAsync(() -> Burst.of(
                    CLIENTS, _ -> answersUntilMigrated(People.with("user").at(api))));
            try {
                MIGRATIONS.forEach(migration -> {
                    awaitAnswers();
                    Sql.run(migration);
                });
                awaitAnswers();
            } finally {
                migrated.set(true);
            }
            return answers.join().stream().flatMap(List::stream).toList();
        }
    }

    private List<Answer> answersUntilMigrated(Person person) {
        var answers = new ArrayList<Answer>();
        while (!migrated.get()) {
            for (var request : requests(person)) {
                answers.add(request.send());
                answered.incrementAndGet();
            }
        }
        return answers;
    }

    private static List<Request> requests(Person person) {
        var requests = new ArrayList<>(TaskRequests.all(person, person.tasks()));
        requests.add(person.request("GET", "/api/v1/users/me"));
        return requests;
    }

    /// Waits until each client has most likely sent all its requests once more.
    private void awaitAnswers() {
        var enough = answered.get() + CLIENTS * 8;
        while (answered.get() < enough) {
            Thread.onSpinWait();
        }
    }
}
