package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/// Concurrent removals of admins.
final class LastAdminRacesTest {
    private static final int ROUNDS = 12;

    @ParameterizedTest
    @MethodSource("pairs")
    void one_of_two_admins_who_remove_each_other_concurrently_remains(AdminRemoval one, AdminRemoval other) {
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
    void one_of_five_admins_who_remove_themselves_concurrently_remains(AdminRemoval removal) {
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
    void an_admin_who_was_just_demoted_cannot_demote_another() {
        for (var round = 0; round < ROUNDS; round++) {
            Sql.run("update users set role = 'user' where role = 'admin'");
            var all = newAdmins(3);

            var answers = Burst.of(2, number -> AdminRemoval.DEMOTION.of(all.get(number), all.get(1 - number)));

            assertThat(answers).extracting(Answer::outcome).containsExactlyInAnyOrder("200", "403 FORBIDDEN");
            assertThat(admins()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_active_admin_remains_when_a_promotion_races_with_two_removals(AdminRemoval removal) {
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
        return Stream.of(AdminRemoval.values())
                .flatMap(one -> Stream.of(AdminRemoval.values()).map(other -> Arguments.of(one, other)));
    }

    private static List<Person> newAdmins(int many) {
        return IntStream.range(0, many).mapToObj(_ -> People.with("admin")).toList();
    }

    private static List<String> admins() {
        return Sql.texts("select id::text from users where role = 'admin' and is_active");
    }
}
