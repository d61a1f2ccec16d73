package todo.security;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The text of `functions/SECURITY.md`, as its tables.
///
/// A row is held by the tests, settings and documents that its last cell names, or it says why it is not met:
///
/// - a test: `` `HeadersTest#every_response_has_the_security_headers` ``
/// - a setting, by its JSON pointer: `` `template.yaml#/Resources/AccessLogs` ``
/// - a document: `[Passwords](#passwords)`
record SecurityPage(String text) {
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern SETTING = Pattern.compile("`([\\w./-]+\\.yaml)#(/[^`]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final String NOT_MET = "**not met**: ";

    record Named(String owner, String name) {}

    /// The requirements that have a row of their own, of any standard, in the order of the page.
    List<String> requirements() {
        return rows().filter(row -> row.size() == 3).map(List::getFirst).toList();
    }

    /// The requirements that don't apply.
    List<String> notApplicable() {
        return rows().filter(row -> row.size() == 2)
                .flatMap(row -> Arrays.stream(row.getFirst().split(", ", -1)))
                .toList();
    }

    /// The requirements of ASVS that are not met.
    List<String> notMet() {
        return rows().filter(row -> row.getLast().startsWith(NOT_MET))
                .map(List::getFirst)
                .filter(SecurityPage::isOfAsvs)
                .toList();
    }

    static boolean isOfAsvs(String number) {
        return number.matches("\\d+\\.\\d+\\.\\d+");
    }

    /// The first cells of rows that are incomplete, or neither held by anything nor admitted to be not met.
    Stream<String> unfounded() {
        return rows().filter(row -> row.stream().anyMatch(String::isBlank) || !isFounded(row))
                .map(List::getFirst);
    }

    private static boolean isFounded(List<String> row) {
        var holder = row.getLast();
        if (row.size() == 2) {
            return true;
        }
        return holder.startsWith(NOT_MET)
                ? holder.length() > NOT_MET.length()
                : Stream.of(TEST, SETTING, LINK)
                        .anyMatch(kind -> kind.matcher(holder).find());
    }

    Set<Named> tests() {
        return named(TEST);
    }

    Set<Named> settings() {
        return named(SETTING);
    }

    Set<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).collect(toSet());
    }

    /// The anchors of its headings, as GitHub makes them.
    Set<String> anchors() {
        return text.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> "#"
                        + line.replaceFirst("#+ ", "")
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\w -]", "")
                                .replace(' ', '-'))
                .collect(toSet());
    }

    private Set<Named> named(Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(found -> new Named(found.group(1), found.group(2)))
                .collect(toSet());
    }

    /// The cells of all rows that begin with the number of a requirement.
    private Stream<List<String>> rows() {
        return text.lines()
                .filter(line -> line.matches("\\| (API)?\\d.*"))
                .map(line -> Arrays.stream(
                                line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList());
    }
}
