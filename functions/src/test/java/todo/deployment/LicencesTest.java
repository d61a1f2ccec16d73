package todo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.deployment.Sbom.Component;

/// Everything that ships has a licence of the list in `.github/dependency-review.yml`.
final class LicencesTest {
    private final Licences licences = Licences.inReview();

    LicencesTest() throws IOException {}

    @Test
    void everything_that_ships_has_an_allowed_licence() {
        assertThat(Sbom.shipped().components())
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        component -> assertThat(licences.objection(component)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "com.example, copyleft, AGPL-3.0-only, com.example:copyleft has the licence AGPL-3.0-only",
        "com.example, unknown, My own licence, com.example:unknown has the licence My own licence",
        "com.example, silent, '', com.example:silent states no licence",
        "com.example, dual, MIT + GPL-2.0-only,"
                + " 'com.example:dual states several licences, of which none is chosen: [MIT, GPL-2.0-only]'",
        "org.eclipse.angus, jakarta.mail, MIT + GPL-2.0-only,"
                + " 'org.eclipse.angus:jakarta.mail states several licences, of which none is chosen: [MIT, GPL-2.0-only]'",
    })
    void any_other_licence_is_an_objection(String group, String name, String stated, String objection) {
        assertThat(licences.objection(component(group, name, stated))).contains(objection);
    }

    @Test
    void the_chosen_licence_of_several_decides() {
        var mail = component("org.eclipse.angus", "jakarta.mail", "EPL-2.0 + GPL-2.0-only");

        assertThat(licences.objection(mail)).isEqualTo(Optional.empty());
        assertThat(new Licences(List.of("MIT")).objection(mail))
                .contains("org.eclipse.angus:jakarta.mail has the licence EPL-2.0");
    }

    private static Component component(String group, String name, String stated) {
        var split = Arrays.stream(stated.split(" \\+ ", -1)).filter(each -> !each.isEmpty());
        return new Component(group, name, "1.0", split.toList(), "");
    }
}
