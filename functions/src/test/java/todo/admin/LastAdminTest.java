package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Answer;
import todo.testing.Burst;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

/// Somebody can always administer.
final class LastAdminTest {
    private static final int ROUNDS = 25;

    @BeforeEach
    void there_are_no_others() {
        Sql.run("update users set role = 'user' where role = 'admin'");
    }

    @ParameterizedTest
    @EnumSource
    void the_last_admin_stays(Removal removal) {
        var ada = People.with("admin");

        removal.of(ada, ada).isProblem(409, "LAST_ADMIN");

        assertThat(admins()).containsExactly(ada.id().toString());
        ada.get("/api/v1/users").is(200);
        assertThat(Sql.texts("select event from audit_events where user_id = ?", ada.id()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_admin_who_is_deactivated_does_not_count(Removal removal) {
        var ada = People.with("admin");
        var bob = People.with("admin");
        ada.patch("/api/v1/users/" + bob.id(), "{\"is_active\": false}").is(200);

        removal.of(ada, ada).isProblem(409, "LAST_ADMIN");

        removal.of(ada, bob).is(200);
    }

    @ParameterizedTest
    @EnumSource
    void an_admin_may_go_while_another_stays(Removal removal) {
        var ada = People.with("admin");
        var bob = People.with("admin");

        removal.of(ada, ada).is(200);

        assertThat(admins()).containsExactly(bob.id().toString());
        assertThat(ada.get("/api/v1/users").status()).isIn(401, 403);
    }

    @Test
    void what_takes_nothing_away_is_no_removal() {
        var ada = People.with("admin");

        ada.patch("/api/v1/users/" + ada.id(), "{\"role\": \"admin\", \"is_active\": true}")
                .is(200);
        ada.patch("/api/v1/users/" + People.with("user").id(), "{\"role\": \"guest\", \"is_active\": false}")
                .is(200);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void of_two_who_remove_each_other_at_once_one_stays(Removal one, Removal other) {
        for (var round = 0; round < ROUNDS; round++) {
            Sql.run("update users set role = 'user' where role = 'admin'");
            var ada = People.with("admin");
            var bob = People.with("admin");

            var answers = Burst.of(2, number -> number == 0 ? one.of(ada, bob) : other.of(bob, ada));

            assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .extracting(Answer::outcome)
                    .allMatch(List.of("409 LAST_ADMIN", "403 FORBIDDEN", "401 UNAUTHENTICATED")::contains);
            assertThat(admins()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_all_who_resign_at_once_one_stays(Removal removal) {
        for (var round = 0; round < ROUNDS; round++) {
            Sql.run("update users set role = 'user' where role = 'admin'");
            var all = newAdmins(5);

            var answers = Burst.of(5, number -> removal.of(all.get(number), all.get(number)));

            assertThat(answers)
                    .extracting(Answer::outcome)
                    .containsExactlyInAnyOrder("200", "200", "200", "200", "409 LAST_ADMIN");
            assertThat(admins()).hasSize(1);
        }
    }

    @Test
    void who_has_been_removed_removes_no_other_admin_any_more() {
        for (var round = 0; round < ROUNDS; round++) {
            Sql.run("update users set role = 'user' where role = 'admin'");
            var all = newAdmins(3);

            var answers = Burst.of(2, number -> Removal.DEMOTION.of(all.get(number), all.get(1 - number)));

            assertThat(answers).extracting(Answer::outcome).containsExactlyInAnyOrder("200", "403 FORBIDDEN");
            assertThat(admins()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_removal_is_seen_however_it_is_made_at_once_with_an_appointment(Removal removal) {
        for (var round = 0; round < ROUNDS; round++) {
            Sql.run("update users set role = 'user' where role = 'admin'");
            var ada = People.with("admin");
            var bob = People.with("user");

            Burst.of(3, number -> switch (number) {
                case 0 -> removal.of(ada, bob);
                case 1 -> ada.patch("/api/v1/users/" + bob.id(), "{\"role\": \"admin\"}");
                default -> removal.of(ada, ada);
            });

            assertThat(admins()).isNotEmpty();
        }
    }

    private static Stream<Arguments> pairs() {
        return Stream.of(Removal.values())
                .flatMap(one -> Stream.of(Removal.values()).map(other -> Arguments.of(one, other)));
    }

    private static List<Person> newAdmins(int many) {
        return IntStream.range(0, many).mapToObj(_ -> People.with("admin")).toList();
    }

    private static List<String> admins() {
        return Sql.texts("select id::text from users where role = 'admin' and is_active");
    }

    enum Removal {
        DEMOTION("PATCH", "{\"role\": \"user\"}"),
        DEACTIVATION("PATCH", "{\"is_active\": false}"),
        DELETION("DELETE", "");

        private final String method;
        private final String body;

        Removal(String method, String body) {
            this.method = method;
            this.body = body;
        }

        Answer of(Person actor, Person target) {
            var request = actor.request(method, "/api/v1/users/" + target.id());
            return (body.isEmpty() ? request : request.json(body)).send();
        }
    }
}
