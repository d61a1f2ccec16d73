package todo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Answer;
import todo.testing.Burst;
import todo.testing.People;
import todo.testing.Person;

/// Concurrent removals of admins.
@Isolated("demotes all admins")
final class LastAdminRacesTest {
    private static final int ROUNDS = 12;
    private static final int MOST_ROUNDS = 300;

    @ParameterizedTest
    @MethodSource("pairs")
    void one_of_two_admins_who_remove_each_other_concurrently_remains(AdminRemoval one, AdminRemoval other) {
        for (var round = 0; round < ROUNDS; round++) {
            ActiveAdmins.demoteAll();
            var ada = People.with("admin");
            var bob = People.with("admin");

            var answers = Burst.of(2, number -> number == 0 ? one.of(ada, bob) : other.of(bob, ada));

            assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .extracting(Answer::outcome)
                    .allMatch(List.of("409 LAST_ADMIN", "403 FORBIDDEN", "401 UNAUTHENTICATED")::contains);
            assertThat(ActiveAdmins.ids()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_of_five_admins_who_remove_themselves_concurrently_remains(AdminRemoval removal) {
        for (var round = 0; round < ROUNDS; round++) {
            ActiveAdmins.demoteAll();
            var all = newAdmins(5);

            var answers = Burst.of(5, number -> removal.of(all.get(number), all.get(number)));

            assertThat(answers)
                    .extracting(Answer::outcome)
                    .containsExactlyInAnyOrder("200", "200", "200", "200", "409 LAST_ADMIN");
            assertThat(ActiveAdmins.ids()).hasSize(1);
        }
    }

    @Test
    void an_admin_who_was_just_demoted_cannot_demote_another() {
        for (var round = 0; round < ROUNDS; round++) {
            ActiveAdmins.demoteAll();
            var all = newAdmins(3);

            var answers = Burst.of(2, number -> AdminRemoval.DEMOTION.of(all.get(number), all.get(1 - number)));

            assertThat(answers).extracting(Answer::outcome).containsExactlyInAnyOrder("200", "403 FORBIDDEN");
            assertThat(ActiveAdmins.ids()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_active_admin_remains_when_a_promotion_races_with_two_removals(AdminRemoval removal) {
        var resignations = new HashSet<String>();
        for (var round = 0; round < ROUNDS || (resignations.size() < 2 && round < MOST_ROUNDS); round++) {
            ActiveAdmins.demoteAll();
            var ada = People.with("admin");
            var bob = People.with("user");

            var answers = Burst.of(3, number -> switch (number) {
                case 0 -> removal.of(ada, bob);
                case 1 -> ada.patch("/api/v1/users/" + bob.id(), "{\"role\": \"admin\"}");
                default -> removal.of(ada, ada);
            });

            assertThat(ActiveAdmins.ids()).isNotEmpty();
            resignations.add(answers.getLast().outcome());
        }
        assertThat(resignations).containsExactlyInAnyOrder("200", "409 LAST_ADMIN");
    }

    private static Stream<Arguments> pairs() {
        return Stream.of(AdminRemoval.values())
                .flatMap(one -> Stream.of(AdminRemoval.values()).map(other -> Arguments.of(one, other)));
    }

    private static List<Person> newAdmins(int many) {
        return IntStream.range(0, many).mapToObj(_ -> People.with("admin")).toList();
    }
}
