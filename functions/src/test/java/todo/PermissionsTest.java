package todo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import todo.access.Permission;
import todo.access.Role;
import todo.http.Operation;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Authenticator;
import todo.testing.IdentityProvider;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;
import todo.values.Choices;
import todo.values.Ids;

final class PermissionsTest {
    private final List<SamFunction> functions = SamFunction.of(SamTemplate.read(Path.of("template.yaml")));

    PermissionsTest() throws IOException {}

    @BeforeAll
    static void create_an_admin_that_no_test_removes() {
        People.with("admin");
    }

    @ParameterizedTest(name = "{0} {1} own: {2}")
    @MethodSource("cases")
    void each_role_is_allowed_exactly_what_the_table_says(Permission operation, Role role, boolean own) {
        var expected = permissionFor(operation);
        var caller = People.with(Choices.spelled(role)).at(Api.complete());

        var answer = request(expected, caller, own ? caller : People.with("user"));

        if (expected.allows(role, own)) {
            answer.isSuccess();
        } else {
            answer.isProblem(403, "FORBIDDEN");
        }
    }

    @Test
    void every_permission_has_a_row_in_the_table() {
        assertThat(ExpectedPermission.all())
                .extracting(ExpectedPermission::operation)
                .containsExactly(Permission.values());
    }

    @Test
    void every_authenticated_route_leads_to_an_operation_in_the_table() {
        var listed = ExpectedPermission.all().stream()
                .map(expected -> operation(functionAt(expected.route()), expected.route()))
                .collect(toSet());

        assertThat(functions)
                .allSatisfy(function -> assertThat(function.authenticatedRoutes())
                        .allSatisfy(route -> assertThat(listed).as(route).contains(operation(function, route))));
    }

    private static Stream<Arguments> cases() {
        return ExpectedPermission.all().stream()
                .flatMap(expected -> Stream.of(Role.values())
                        .flatMap(role -> Stream.of(true, false)
                                .filter(own -> own || expected.namesUser())
                                .map(own -> Arguments.of(expected.operation(), role, own))));
    }

    private static ExpectedPermission permissionFor(Permission operation) {
        return ExpectedPermission.all().stream()
                .filter(expected -> expected.operation() == operation)
                .findFirst()
                .orElseThrow();
    }

    private static Answer request(ExpectedPermission expected, Person caller, Person owner) {
        var route = expected.route()
                .replace("{user_id}", owner.id().toString())
                .replace("{provider}", IdentityProvider.NAME)
                .replace("{task_id}", newTask(owner).toString())
                .replace(
                        "{session_id}", People.inAnotherSession(owner).session().toString())
                .split(" ", 2);
        if (expected.operation() == Permission.UNLINK_IDENTITY) {
            People.link(owner, IdentityProvider.NAME);
        }
        var request = caller.request(route[0], route[1]);
        var body = expected.body()
                .replace("{email}", caller.email())
                .replace("{password}", Api.PASSWORD)
                .replace("{identity}", Api.google().signIn(caller.email()).linkingJson(IdentityProvider.NAME))
                .replace("{code}", code(expected, caller));
        return (body.isEmpty() ? request : request.json(body)).send();
    }

    /// Returns a valid code, after what the operation requires to be done.
    private static String code(ExpectedPermission expected, Person caller) {
        if (!expected.body().contains("{code}")) {
            return "";
        }
        return expected.operation() == Permission.CONFIRM_TWO_FACTOR
                ? Authenticator.begun(caller).code(0)
                : Authenticator.of(caller).code(1);
    }

    /// Inserts the task, because guests may not create any.
    private static UUID newTask(Person owner) {
        var task = Ids.next();
        People.addToPendingCount(owner.id(), 1);
        Sql.run("""
                insert into tasks (id, user_id, title, priority, created_at, updated_at)
                values (?, ?, 'Buy milk', 'low', now(), now())
                """, task, owner.id());
        return task;
    }

    private SamFunction functionAt(String route) {
        return functions.stream()
                .filter(function -> function.routes().contains(route))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The template has no " + route));
    }

    private static String operation(SamFunction function, String route) {
        return ((Operation) Api.shared().function(function.handler()))
                .at(route)
                .getClass()
                .getName();
    }
}
