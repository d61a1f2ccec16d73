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

/// Admins who go at the same moment.
final class LastAdminRacesTest {
    private static final int ROUNDS = 12;

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
    void somebody_stays_when_an_appointment_meets_two_removals(Removal removal) {
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
}
