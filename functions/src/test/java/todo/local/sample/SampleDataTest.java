package todo.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.local.CommandDatabase;
import todo.local.LocalDatabase;
import todo.local.ProjectFiles;
import todo.testing.Api;
import todo.testing.Command;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleDataTest {
    private final LocalDatabase database = LocalDatabase.temporary();
    private final SampleCommand command = new SampleCommand(Path.of("."), Map.of("DATABASE_URL", database.url()));

    @AfterAll
    void stop() {
        database.close();
    }

    @Test
    void sample_users_log_in_and_use_their_tasks() {
        var first = command.add("3", "200");

        try (var api = Api.with(Map.of("DATABASE_URL", database.url()))) {
            var person = SampleCommand.loggedIn(api, first);
            var tasks = person.get(person.tasks() + "?status=pending").is(200);
            assertThat(tasks.json().path("total").asInt()).isPositive();
            var task = person.tasks() + "/" + tasks.each("tasks", "id").getFirst();
            assertThat(person.patch(task, "{\"title\": \"Buy oat milk\"}")
                            .is(200)
                            .text("version"))
                    .isEqualTo("2");
            person.delete(task).is(200);
            person.newTask("Buy bread");
            assertThat(person.get(person.tasks() + "?search=oat%20milk").text("total"))
                    .isEqualTo("0");
        }
    }

    @Test
    void sample_tasks_are_as_consistent_as_tasks_created_through_the_api() {
        try (var own = LocalDatabase.temporary()) { // other tests change sample tasks
            new SampleCommand(Path.of("."), Map.of("DATABASE_URL", own.url())).add("5", "500");

            assertThat(count(
                            own, "tasks where created_at > now() or completed_at > now() or completed_at < created_at"))
                    .isZero();
            assertThat(count(own, "tasks where updated_at <> coalesce(completed_at, created_at)"))
                    .isZero();
            assertThat(count(own, "tasks where version <> 1 + completed::integer"))
                    .isZero();
            assertThat(count(own, "tasks where uuid_extract_timestamp(id) <> date_trunc('milliseconds', created_at)"))
                    .isZero();
            assertThat(count(own, """
                    task_feeds where (pending, completed) <> (
                        select count(*) filter (where not completed), count(*) filter (where completed)
                        from tasks where tasks.user_id = task_feeds.user_id)""")).isZero();
            assertThat(count(own, "(select from tasks group by user_id, updated_at having count(*) > 1)"))
                    .isZero();
            assertThat(count(own, "tasks where user_id not in (select user_id from task_feeds)"))
                    .isZero();
            assertThat(count(own, "(select distinct priority, completed from tasks)"))
                    .isEqualTo(8);
        }
    }

    @Test
    void existing_users_and_tasks_are_not_changed() {
        var first = command.add("2", "100");
        var before = rows();

        assertThat(command.add("2", "100")).isEqualTo(first + 2);
        assertThat(rows()).containsAll(before).hasSize(before.size() + 102);
    }

    @Test
    void a_database_with_real_users_is_rejected_and_not_changed() {
        execute("""
                insert into users (id, email, name, password_hash)
                values (uuidv7(), 'ada@example.org.uk', 'Ada', 'none')""");
        var before = rows();

        assertThat(command.fail("2", "100")).contains("Nothing was changed: this database has real users");
        assertThat(rows()).isEqualTo(before);
        execute("delete from users where name = 'Ada'");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1, -1", "many, 1", "1, ''", "99999999999, 1"})
    void an_invalid_number_of_people_or_tasks_is_rejected(String people, String tasks) {
        assertThat(command.fail(people, tasks)).contains("must be a whole number from");
    }

    @Test
    void a_database_without_tables_is_rejected_with_a_hint_to_the_migrations() {
        execute("create database empty");
        var url = database.url().replaceFirst("postgres$", "empty");

        assertThat(new SampleCommand(Path.of("."), Map.of("DATABASE_URL", url)).fail("1", "1"))
                .isEqualTo("The database has no tables: run the migrations first (mvn flyway:migrate).");
    }

    @Test
    void without_database_url_the_local_database_is_used_whether_or_not_the_server_runs(@TempDir Path folder)
            throws IOException {
        ProjectFiles.linkInto(folder);

        var locally = new SampleCommand(folder, Map.of());
        assertThat(locally.add("1", "10")).isOne();
        try (var server = Command.start(folder, Map.of("PORT", "0"), "todo.local.Main")) {
            server.awaitLine("Todo is ready");
            assertThat(locally.add("1", "10")).isEqualTo(2);

            try (var running = CommandDatabase.in(folder.resolve(".todo"));
                    var api = Api.with(Map.of("DATABASE_URL", running.url()))) {
                assertThat(List.of(1, 2)).allSatisfy(number -> {
                    var person = SampleCommand.loggedIn(api, number);
                    assertThat(person.get(person.tasks()).text("total")).isEqualTo("10");
                });
            }
        }
    }

    private void execute(String sql) {
        Jdbi.create(database.owner()).useHandle(handle -> handle.execute(sql));
    }

    private static long count(LocalDatabase database, String rows) {
        return Jdbi.create(database.owner())
                .withHandle(handle -> handle.select("select count(*) from " + rows)
                        .mapTo(Long.class)
                        .one());
    }

    /// All rows of users and tasks as text.
    private List<String> rows() {
        return Jdbi.create(database.owner())
                .withHandle(
                        handle -> handle.select("select users::text from users union all select tasks::text from tasks")
                                .mapTo(String.class)
                                .list());
    }
}
