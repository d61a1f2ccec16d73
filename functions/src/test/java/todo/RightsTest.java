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
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;
import todo.values.Choices;
import todo.values.Ids;

final class RightsTest {
    private final List<SamFunction> functions = SamFunction.of(UntaggedYaml.read(Path.of("template.yaml")));

    RightsTest() throws IOException {}

    @BeforeAll
    static void an_admin_stays_whoever_goes() {
        People.with("admin");
    }

    @ParameterizedTest(name = "{0} {1} own: {2}")
    @MethodSource("cases")
    void a_role_may_do_what_the_table_says_and_nothing_else(Permission operation, Role role, boolean own) {
        var rights = rightsOf(operation);
        var caller = People.with(Choices.spelled(role));

        var answer = request(rights, caller, own ? caller : People.with("user"));

        if (rights.reaches(role, own)) {
            answer.isSuccess();
        } else {
            answer.isProblem(403, "FORBIDDEN");
        }
    }

    @Test
    void every_permission_has_its_row() {
        assertThat(Rights.all()).extracting(Rights::operation).containsExactly(Permission.values());
    }

    @Test
    void every_route_that_needs_a_token_leads_to_an_operation_of_the_table() {
        var listed = Rights.all().stream()
                .map(rights -> operation(functionAt(rights.route()), rights.route()))
                .collect(toSet());

        assertThat(functions)
                .allSatisfy(function -> assertThat(function.guardedRoutes())
                        .allSatisfy(route -> assertThat(listed).as(route).contains(operation(function, route))));
    }

    private static Stream<Arguments> cases() {
        return Rights.all().stream()
                .flatMap(rights -> Stream.of(Role.values())
                        .flatMap(role -> Stream.of(true, false)
                                .filter(own -> own || rights.namesAnOwner())
                                .map(own -> Arguments.of(rights.operation(), role, own))));
    }

    private static Rights rightsOf(Permission operation) {
        return Rights.all().stream()
                .filter(rights -> rights.operation() == operation)
                .findFirst()
                .orElseThrow();
    }

    private static Answer request(Rights rights, Person caller, Person owner) {
        var route = rights.route()
                .replace("{user_id}", owner.id().toString())
                .replace("{task_id}", newTask(owner).toString())
                .replace(
                        "{session_id}", People.inAnotherSession(owner).session().toString())
                .split(" ", 2);
        var request = caller.request(route[0], route[1]);
        var body = rights.body().replace("{email}", caller.email()).replace("{password}", Api.PASSWORD);
        return (body.isEmpty() ? request : request.json(body)).send();
    }

    /// A guest's too, who can't make one.
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
