package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Sql;

/// The server rolls a statement back, as it does with one of two that wait for each other, and the connection
/// is as good as before.
final class RolledBackTest {
    private final AppRole role = AppRole.create("waiting_for_each_other", Map.of());

    @BeforeEach
    void let_the_first_deletion_of_a_task_fail() {
        Sql.run("create sequence deletions");
        Sql.run("""
                create function fail_once() returns trigger language plpgsql security definer as $$
                begin
                    if nextval('deletions') = 1 then
                        raise exception 'not now' using errcode = tg_argv[0];
                    end if;
                    return old;
                end $$""");
    }

    @AfterEach
    void let_it_be() {
        Sql.run("drop function fail_once cascade");
        Sql.run("drop sequence deletions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void the_statement_is_sent_again_on_the_same_connection(String state) {
        Sql.run("create trigger fail_once before delete on tasks for each row execute function fail_once('%s')"
                .formatted(state));
        try (var api = Api.with(Map.of("DATABASE_URL", role.url()))) {
            var alice = Api.shared().newPerson().at(api);
            var task = alice.newTask("Buy milk");
            var before = connections();

            alice.delete(alice.task(task)).is(200);

            assertThat(connections()).hasSize(1).isEqualTo(before);
        }
    }

    /// By the server's processes.
    private List<String> connections() {
        return Sql.texts("select pid from pg_stat_activity where usename = ?", role.name());
    }
}
