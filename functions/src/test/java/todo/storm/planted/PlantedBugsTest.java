package todo.storm.planted;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import todo.storm.check.Checker;
import todo.storm.clients.Workload;
import todo.storm.history.Violation;
import todo.storm.history.Violation.Kind;
import todo.testing.Api;
import todo.testing.OwnDatabase;

/// The checker finds bugs that are planted in the database, and reports nothing else.
@Tag("storm")
final class PlantedBugsTest {
    private static final int CLIENTS = 6;
    private static final int OPERATIONS = 600;

    private final OwnDatabase database = OwnDatabase.create();

    @AutoClose
    private final Api api = Api.with(Map.of("DATABASE_URL", database.url()));

    @Test
    void without_a_bug_the_checker_finds_nothing() throws Exception {
        assertThat(violations(4)).isEmpty();
    }

    @Test
    void a_lost_update_is_found() throws Exception {
        rewrite(
                "apply_operation",
                "is not null and not operation",
                "is not null and false and not operation"); // ignores If-Match

        assertThat(kinds()).containsOnly(Kind.NO_ORDER);
    }

    @Test
    void a_lost_acknowledged_change_is_found() throws Exception {
        trigger("after update on tasks", """
                if new.version % 5 = 0 and pg_trigger_depth() = 1 then
                    update tasks set title = old.title where id = new.id;
                end if;
                return null;""");

        assertThat(kinds()).containsOnly(Kind.NO_ORDER);
    }

    @Test
    void a_doubled_create_is_found() throws Exception {
        trigger("before insert on idempotency_keys", """
                return case when cardinality(new.task_ids) > 1 then new end;"""); // forgets the keys of creations

        try (var network = new FlakyNetwork(api)) {
            assertThat(kindsOf(network.violations(CLIENTS, OPERATIONS))).containsOnly(Kind.DOUBLED_CREATE);
        }
    }

    @Test
    void lost_answers_alone_are_no_violation() throws Exception {
        try (var network = new FlakyNetwork(api)) {
            assertThat(network.violations(CLIENTS, OPERATIONS)).isEmpty();
        }
    }

    @Test
    void a_skipped_feed_position_is_found() throws Exception {
        trigger("before update on tasks", """
                if new.version % 5 = 0 then
                    new.updated_at := new.updated_at - interval '2 seconds';
                end if;
                return new;""");

        assertThat(kinds()).contains(Kind.FEED_SKIPPED).isSubsetOf(Kind.FEED_SKIPPED, Kind.FEED_ORDER);
    }

    /// As if the verdict on a session were cached.
    @Test
    void a_stale_read_after_a_revocation_is_found() throws Exception {
        database.run("create table ended_sessions as select s.*, now() as ended_at from sessions as s");
        database.run("grant select, insert on ended_sessions to public");
        trigger("after delete on sessions", """
                insert into ended_sessions select old.*, clock_timestamp();
                return null;""");
        rewrite("admit", "from sessions join", """
                from (select id, user_id, expires_at, last_used_at, epoch from sessions
                      union all
                      select id, user_id, expires_at, last_used_at, epoch from ended_sessions
                      where ended_at > clock_timestamp() - interval '300 ms') as sessions join""");

        assertThat(kindsOf(violations(15))).containsOnly(Kind.ENDED_SESSION_ANSWERED);
    }

    @Test
    void a_torn_batch_is_found() throws Exception {
        rewrite("write_tasks_or_none", "get stacked diagnostics", """
                perform write_tasks(owner_id, jsonb_build_array(operations -> 0), null, null, quota);
                get stacked diagnostics""");

        assertThat(kinds()).containsOnly(Kind.TORN_BATCH);
    }

    @Test
    void a_list_that_repeats_and_skips_tasks_is_found() throws Exception {
        trigger("before update on tasks", """
                new.created_at := new.updated_at;
                return new;""");

        assertThat(kinds()).isNotEmpty().isSubsetOf(Kind.LIST_REPEATED, Kind.LIST_SKIPPED);
    }

    private Set<Kind> kinds() throws Exception {
        return kindsOf(violations(0));
    }

    private static Set<Kind> kindsOf(List<Violation> violations) {
        return violations.stream().map(Violation::kind).collect(toSet());
    }

    private List<Violation> violations(int endings) throws Exception {
        var seed = RandomGenerator.getDefault().nextLong();
        return Checker.violations(new Workload(List.of(api.url()), seed, CLIENTS, endings).perform(OPERATIONS));
    }

    private void trigger(String event, String body) {
        database.run(
                "create function planted() returns trigger language plpgsql as $$ begin %s end $$".formatted(body));
        database.run("create trigger planted %s for each row execute function planted()".formatted(event));
    }

    /// Replaces a text of a database function.
    private void rewrite(String function, String text, String planted) {
        database.run("""
                create function rewrite(name text, original text, planted text) returns void language plpgsql as $$
                begin
                    if strpos(pg_get_functiondef(name::regproc), original) = 0 then
                        raise 'nothing to rewrite';
                    end if;
                    execute replace(pg_get_functiondef(name::regproc), original, planted);
                end $$""");
        database.texts("select rewrite(?, ?, ?)::text", function, text, planted);
    }
}
