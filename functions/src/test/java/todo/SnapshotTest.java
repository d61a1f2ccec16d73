package todo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.Api;
import todo.testing.AppRole;
import todo.testing.Events;
import todo.testing.RuntimeApi;
import todo.testing.Sandbox;

/// SnapStart: what AWS keeps of a function and copies as often as it likes.
final class SnapshotTest {
    @ParameterizedTest
    @CsvSource({
        "todo.tasks.CreateTask, create-task",
        "todo.tasks.ListTasks, list-tasks",
        "todo.tasks.GetTask, get-task",
        "todo.tasks.ReplaceTask, replace-task",
        "todo.tasks.ChangeTask, change-task",
        "todo.tasks.CompleteTask, complete-task",
        "todo.tasks.DeleteTask, delete-task",
        "todo.accounts.Account, who-am-i",
        "todo.accounts.Authentication, log-in",
    })
    void a_function_has_met_the_database_before_its_snapshot_and_takes_no_connection_along(
            String handler, String event) {
        var role = AppRole.create("frozen", Map.of());
        var alice = Api.shared().newPerson();
        var events = new Events(alice, alice.newTask("Buy milk"));
        var environment = Api.environment(Map.of("DATABASE_URL", role.url()));
        try (var function = RuntimeApi.start(Sandbox.of(handler, environment).snapStarted())) {
            function.awaitSnapshot();
            assertThat(role.statements()).isGreaterThan(100);
            assertThat(role.connections()).isZero();

            function.restore();
            assertThat(function.invoke(events.read(event))).containsPattern("\"statusCode\":20[01]");
        }
    }
}
