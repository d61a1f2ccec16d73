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

/// The server rolls a statement back, because of a deadlock for example, and the connection stays usable.
final class RolledBackStatementTest {
    private final AppRole role = AppRole.create("waiting_for_each_other", Map.of());

    @BeforeEach
    void create_a_function_that_fails_once() {
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
    void drop_the_function() {
        Sql.run("drop function fail_once cascade");
        Sql.run("drop sequence deletions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void a_statement_that_is_rolled_back_is_repeated_on_the_same_connection(String state) {
        try (var api = Api.with(Map.of("DATABASE_URL", role.url()))) {
            var alice = Api.shared().newPerson().at(api);
            var task = alice.newTask("Buy milk");
            Sql.run("""
                    create trigger fail_once before delete on tasks for each row
                    when (old.id = '%s') execute function fail_once('%s')""".formatted(task, state));
            var before = connections();

            alice.delete(alice.task(task)).is(200);

            assertThat(connections()).hasSize(1).isEqualTo(before);
        }
    }

    /// Returns the process ids of the server connections.
    private List<String> connections() {
        return Sql.texts("select pid from pg_stat_activity where usename = ?", role.name());
    }
}
