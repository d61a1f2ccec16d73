package todo.metrics;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

@Isolated("counts all rows and deletes all tasks")
final class MetricsTest {
    private static final Pattern SAMPLE = Pattern.compile(
            "^([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{(?:[a-z_]+=\"[a-z]*\",?)*})?) ([0-9]+)$", Pattern.MULTILINE);

    private final Api api = Api.shared();
    private final Person admin = People.with("admin");

    @BeforeEach
    @AfterEach
    void delete_all_tasks() {
        Sql.run("truncate tasks");
    }

    @Test
    void metrics_are_in_the_prometheus_text_format() {
        var answer = admin.get("/api/v1/metrics").is(200);

        assertThat(answer.header("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.text()).endsWith("\n");
        for (var family : answer.text().substring(2).split("\n# HELP ", -1)) {
            var lines = family.replaceFirst("^HELP ", "").strip().lines().toList();
            var name = lines.getFirst().split(" ", 2)[0];
            assertThat(name).startsWith("todo_");
            assertThat(lines.get(1)).isEqualTo("# TYPE " + name + " gauge");
            assertThat(lines.subList(2, lines.size()))
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allSatisfy(line -> {
                        assertThat(line).matches(SAMPLE.pattern());
                        assertThat(line.split("[ {]", 2)[0]).isEqualTo(name);
                    });
        }
    }

    @Test
    void metrics_with_the_value_0_are_listed() {
        assertThat(metrics().keySet())
                .contains(
                        "todo_users{role=\"guest\",active=\"false\"}",
                        "todo_tasks{completed=\"true\",priority=\"urgent\"}",
                        "todo_lock_outs_last_day")
                .hasSize(6 + 1 + 8 + 7);
    }

    @Test
    void each_metric_follows_the_data() {
        var before = metrics();
        var ada = api.newPerson();
        ada.create("{\"title\": \"Buy milk\", \"priority\": \"urgent\", \"due_date\": \"2020-01-01T00:00:00Z\"}")
                .is(201);
        var done = ada.create("{\"title\": \"Buy bread\", \"priority\": \"low\"}")
                .is(201)
                .id();
        ada.patch(ada.task(done), "{\"completed\": true}").is(200);
        ada.loggedInAgain();
        api.logIn(ada.email(), "wrong").is(401);
        var guest = api.newPerson();
        Sql.run("update users set role = 'guest', is_active = false where id = ?", guest.id());
        var after = metrics();

        assertThat(difference(before, after))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("todo_users{role=\"user\",active=\"true\"}", 1L),
                        Map.entry("todo_users{role=\"guest\",active=\"false\"}", 1L),
                        Map.entry("todo_live_sessions", 2L),
                        Map.entry("todo_tasks{completed=\"false\",priority=\"urgent\"}", 1L),
                        Map.entry("todo_tasks{completed=\"true\",priority=\"low\"}", 1L),
                        Map.entry("todo_overdue_tasks", 1L),
                        Map.entry("todo_tasks_created_last_day", 2L),
                        Map.entry("todo_tasks_completed_last_day", 1L),
                        Map.entry("todo_registrations_last_day", 2L),
                        Map.entry("todo_log_ins_last_day", 1L),
                        Map.entry("todo_failed_log_ins_last_day", 1L)));
    }

    @Test
    void daily_metrics_leave_out_what_is_older_than_a_day() {
        var ada = api.newPerson();
        var task = ada.create("{\"title\": \"Buy milk\", \"completed\": true}")
                .is(201)
                .id();
        var before = metrics();

        Sql.run("update audit_events set at = at - interval '1 day' where user_id = ?", ada.id());
        Sql.run("update tasks set completed_at = completed_at - interval '1 day' where id = ?", task);
        var created = "update tasks set id = ('0190' || substr(id::text, 5))::uuid where id = ?";
        Sql.run(created, task);

        assertThat(difference(before, metrics()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "todo_registrations_last_day", -1L,
                        "todo_tasks_created_last_day", -1L,
                        "todo_tasks_completed_last_day", -1L));
    }

    @Test
    void many_tasks_are_estimated_within_10_percent() {
        People.addToPendingCount(admin.id(), 100_000);
        Sql.run("""
                insert into tasks (id, user_id, title, description, priority, created_at, updated_at,
                                   completed_at)
                select uuidv7(), ?, 'Buy milk', repeat('x', 100), 'high', now(), now(), case when i % 4 = 0 then now() end
                from generate_series(1, 100000) i""", admin.id());

        assertThat(Sql.number("select pg_relation_size('tasks') / 8192")).isGreaterThan(2000);
        var metrics = metrics();
        assertThat(metrics.get("todo_tasks{completed=\"true\",priority=\"high\"}"))
                .isCloseTo(25_000L, withinPercentage(10));
        assertThat(metrics.get("todo_tasks_completed_last_day")).isCloseTo(25_000L, withinPercentage(10));
        assertThat(metrics.get("todo_tasks_created_last_day")).isEqualTo(100_000);
    }

    private Map<String, Long> metrics() {
        return SAMPLE.matcher(admin.get("/api/v1/metrics").is(200).text())
                .results()
                .collect(toMap(sample -> sample.group(1), sample -> Long.valueOf(sample.group(2))));
    }

    private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
        var difference = new HashMap<String, Long>();
        after.forEach((name, value) -> difference.put(name, value - before.getOrDefault(name, 0L)));
        difference.values().removeIf(value -> value == 0);
        return difference;
    }
}
