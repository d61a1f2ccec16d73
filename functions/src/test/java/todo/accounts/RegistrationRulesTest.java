package todo.accounts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.Answer;
import todo.testing.Api;

/// Values at and just outside the limits of each rule.
final class RegistrationRulesTest {
    private final Api api = Api.shared();

    @Test
    void the_shortest_values_are_accepted() {
        var random = UUID.randomUUID().toString();
        var email = "a@" + random + ".b";

        api.register("""
                {"email": "%s", "password": "zq7Vk2pX", "username": "%s", "name": "Al",
                 "first_name": "A", "last_name": "L"}""".formatted(email, random.substring(9, 12))).is(201);
    }

    @Test
    void the_longest_values_are_accepted() {
        var domain = UUID.randomUUID() + ("." + "d".repeat(63)).repeat(2) + "." + "d".repeat(21) + ".org";
        var username = (UUID.randomUUID() + "_.-" + UUID.randomUUID()).substring(0, 50);

        api.register("""
                {"email": "%s", "password": "%s", "username": "%s", "name": "%s", "first_name": "%s", "last_name": "%s"}
                """.formatted(
                                "e".repeat(64) + "@" + domain,
                                "correct horse ".repeat(10).substring(0, 128),
                                username,
                                "🦉".repeat(100),
                                "f".repeat(100),
                                "l".repeat(100)))
                .is(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            email      | ""                     | TOO_SHORT
            email      | "   "                  | TOO_SHORT
            email      | "ada"                  | INVALID_FORMAT
            email      | "ada@example"          | INVALID_FORMAT
            email      | "ada@"                 | INVALID_FORMAT
            email      | "@example.org"         | INVALID_FORMAT
            email      | "ada@@example.org"     | INVALID_FORMAT
            email      | "ada@home@example.org" | INVALID_FORMAT
            email      | "ada@example."         | INVALID_FORMAT
            email      | "ada@.org"             | INVALID_FORMAT
            email      | "ada@example..org"     | INVALID_FORMAT
            email      | "a da@example.org"     | INVALID_FORMAT
            email      | "ada@exam ple.org"     | INVALID_FORMAT
            email      | "ada@example.org\\nx"  | INVALID_CHARACTER
            email      | "ada\\u0000@example.org" | INVALID_CHARACTER
            email      | "ada\\ud800@example.org" | INVALID_CHARACTER
            email      | 7                      | WRONG_TYPE
            email      | ["ada@example.org"]    | WRONG_TYPE
            email      | null                   | REQUIRED
            email      |                        | REQUIRED
            username   | ""                     | TOO_SHORT
            username   | "ab"                   | TOO_SHORT
            username   | "a b"                  | INVALID_CHARACTER
            username   | "a@b"                  | INVALID_CHARACTER
            username   | "adä"                  | INVALID_CHARACTER
            username   | "ada\\u0000"           | INVALID_CHARACTER
            username   | true                   | WRONG_TYPE
            name       | ""                     | TOO_SHORT
            name       | "A"                    | TOO_SHORT
            name       | " A "                  | TOO_SHORT
            name       | "🦉"                   | TOO_SHORT
            name       | "Ada\\udc00"           | INVALID_CHARACTER
            name       | {}                     | WRONG_TYPE
            password   | null                   | REQUIRED
            password   |                        | REQUIRED
            password   | 12345678               | WRONG_TYPE
            password   | "zq7Vk2p"              | WEAK_PASSWORD
            password   | ""                     | WEAK_PASSWORD
            password   | "zq7Vk2pX\\u0000"      | INVALID_CHARACTER
            password   | "zq7Vk2pX\\ud800"      | INVALID_CHARACTER
            password   | "password"             | WEAK_PASSWORD
            role       | "admin"                | UNKNOWN_FIELD
            Email      | "ada@example.org"      | UNKNOWN_FIELD
            is_active  | null                   | UNKNOWN_FIELD
            """)
    void values_just_outside_the_limits_are_refused(String member, @Nullable String value, String code) {
        register(member, value).isInvalid(member + " " + code);
    }

    @ParameterizedTest
    @CsvSource({"email,256", "username,51", "name,101"})
    void texts_one_character_too_long_are_refused(String member, int length) {
        var text = member.equals("email") ? "e".repeat(length - 12) + "@example.org" : "é".repeat(length);

        register(member, "\"" + text + "\"").isInvalid(member + " TOO_LONG");
    }

    @Test
    void all_violations_are_reported_at_once() {
        var answer = api.register("""
                {"email": "ada", "password": "short", "username": "a!", "name": "A", "first_name": "Ada", "age": 36}""")
                .isInvalid(
                        "email INVALID_FORMAT",
                        "password WEAK_PASSWORD",
                        "username TOO_SHORT",
                        "name TOO_SHORT",
                        "last_name REQUIRED",
                        "age UNKNOWN_FIELD");

        assertThat(answer.text("detail")).contains("Age is not a known field");
    }

    @Test
    void unknown_fields_with_unprintable_names_are_refused() {
        register("\\ud800", "1").isProblem(400, "MALFORMED_BODY");
        register("\\u0000", "1").isInvalid("\0 UNKNOWN_FIELD");
        register("", "1").isInvalid("(empty) UNKNOWN_FIELD");
    }

    private Answer register(String member, @Nullable String value) {
        var members = new LinkedHashMap<String, @Nullable String>();
        members.put(member, value);
        return api.register(signUp(members));
    }

    /// A valid registration with these members replaced.
    ///
    /// @param members JSON values by name, null to omit a member
    static String signUp(Map<String, @Nullable String> members) {
        var all = new LinkedHashMap<String, @Nullable String>();
        all.put("email", "\"" + newEmail() + "\"");
        all.put("password", "\"" + Api.PASSWORD + "\"");
        all.putAll(members);
        return all.entrySet().stream()
                .filter(member -> member.getValue() != null)
                .map(member -> "\"" + member.getKey() + "\": " + member.getValue())
                .collect(joining(", ", "{", "}"));
    }
}
