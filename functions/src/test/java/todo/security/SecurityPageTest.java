package todo.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import todo.SamTemplate;
import todo.security.SecurityPage.Named;

/// `functions/SECURITY.md` accounts for every requirement, and what it names exists. Each rule is also applied
/// to a copy of the page that violates it.
final class SecurityPageTest {
    private static final Path PAGE = Path.of("functions/SECURITY.md");
    private static final TestMethods TESTS = new TestMethods();

    /// Finds what is wrong with the page.
    @FunctionalInterface
    interface Rule {
        Stream<String> violations(SecurityPage page);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("every requirement has a row", SecurityPageTest::missing, "\\| 1.2.4 \\|", "| 1.2.44 |"),
                rule("no requirement has two rows", SecurityPageTest::repeated, "\\| 1.2.5 \\|", "| 1.2.4 |"),
                rule("every row is founded", SecurityPage::unfounded, "(\\| 1.2.4 \\|[^|]*\\|).*", "$1 tests |"),
                rule("no cell is empty", SecurityPage::unfounded, "(\\| 1.2.4 \\|)[^|]*", "$1 "),
                rule("what is not met has a reason", SecurityPage::unfounded, "(\\*\\*not met\\*\\*: ).*", "$1|"),
                rule("every test class exists", SecurityPageTest::goneTests, "HeadersTest#", "HeaderTest#"),
                rule("every test exists", SecurityPageTest::goneTests, "(HeadersTest#\\w+)`", "$1_ever`"),
                rule("every setting exists", SecurityPageTest::goneSettings, "(yaml#/\\w+)", "$1Gone"),
                rule("every link leads somewhere", SecurityPageTest::deadLinks, "\\(#passwords", "(#passworts"),
                rule("its figures are right", SecurityPageTest::wrongFigures, "\\*\\*not met\\*\\*: ", "met: `"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_page_follows_the_rule_and_a_bad_copy_does_not(String name, Rule rule, String old, String bad)
            throws IOException {
        var text = Files.readString(PAGE);
        var copy = text.replaceFirst(old, bad);
        assertThat(rule.violations(new SecurityPage(text))).isEmpty();
        assertThat(copy).isNotEqualTo(text);
        assertThat(rule.violations(new SecurityPage(copy))).isNotEmpty();
    }

    private static Stream<String> missing(SecurityPage page) {
        var expected = new ArrayList<>(asvs());
        IntStream.rangeClosed(1, 10).forEach(number -> expected.add("API" + number));
        IntStream.rangeClosed(1, 12).forEach(number -> expected.add("3." + number));
        var found = Stream.concat(page.requirements().stream(), page.notApplicable().stream())
                .toList();
        return Stream.concat(
                expected.stream().filter(number -> !found.contains(number)),
                found.stream().filter(number -> !expected.contains(number)));
    }

    private static Stream<String> repeated(SecurityPage page) {
        var unseen = new ArrayList<>(asvs());
        return Stream.concat(page.requirements().stream(), page.notApplicable().stream())
                .filter(SecurityPage::isOfAsvs)
                .filter(number -> !unseen.remove(number));
    }

    private static Stream<String> goneTests(SecurityPage page) {
        return page.tests().stream()
                .filter(test -> !TESTS.contain(test.owner(), test.name()))
                .map(Named::toString);
    }

    private static Stream<String> goneSettings(SecurityPage page) {
        return page.settings().stream()
                .filter(setting -> read(setting.owner()).at(setting.name()).isMissingNode())
                .map(Named::toString);
    }

    private static Stream<String> deadLinks(SecurityPage page) {
        return page.links().stream()
                .filter(link -> link.startsWith("#")
                        ? !page.anchors().contains(link)
                        : !link.startsWith("https://")
                                && !Files.exists(PAGE.resolveSibling(link.replaceFirst("#.*", ""))));
    }

    /// The summary of the page has the number of requirements of ASVS that are held, don't apply, and are not
    /// met.
    private static Stream<String> wrongFigures(SecurityPage page) {
        var notMet = page.notMet().size();
        var notApplicable = page.notApplicable().size();
        var met = asvs().size() - notMet - notApplicable;
        var figures = "%d are met, %d are not, and %d don't apply".formatted(met, notMet, notApplicable);
        return Stream.of(figures).filter(sentence -> !page.text().contains(sentence));
    }

    private static List<String> asvs() {
        try (var lines = Files.lines(Path.of("functions/src/test/resources/asvs/levels-1-and-2.txt"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static JsonNode read(String file) {
        try {
            return SamTemplate.read(Path.of(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Arguments rule(String name, Rule rule, String old, String bad) {
        return Arguments.of(name, rule, old, bad);
    }
}
