package todo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Sql;

/// An email is one plain address that no mailer can interpret in another way.
final class EmailRulesTest {
    private static final Api API = Api.shared();

    static Stream<String> addresses() {
        return Stream.of(
                "ada@example.org",
                "ADA.Lovelace+todo@Sub.Example.ORG",
                "o'brien@example.org",
                "!#$%&'*+/=?^_`{|}~-@example.org",
                "7@1.example",
                "ada@xn--bcher-kva.example",
                "ada@b\u00fccher.example",
                "j\u00f6rg@example.org",
                "用户@例子.广告",
                "अजय@डाटा.भारत",
                "दिल्ली@example.org",
                "e\u0301ric@example.org",
                "\u0645\u062b\u0627\u0644@\u0645\u062b\u0627\u0644.\u0625\u062e\u062a\u0628\u0627\u0631",
                "l".repeat(64) + "@example.org",
                "\u00e9".repeat(32) + "@example.org",
                "ada@" + "d".repeat(63) + ".org",
                "a@" + "\u00fc.".repeat(31) + "organ");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_valid_email_is_accepted(String email) {
        signUp(email).isInvalid("password WEAK_PASSWORD");
    }

    static Stream<String> invalidAddresses() {
        return Stream.of(
                "x<victim@example.org>",
                "<victim@example.org>",
                "a,b@example.org",
                "bcc:v@example.org",
                "a@example.org;x.y",
                "a@example.org,b@example.org",
                "\\\"ada\\\"@example.org",
                "\\\"a b\\\"@example.org",
                "ada\\\\@example.org",
                "ada(comment)@example.org",
                "ada@example.org(comment)",
                "ada@[192.0.2.1]",
                "ada@192.0.2.1",
                ".ada@example.org",
                "ada.@example.org",
                "ada..lovelace@example.org",
                "ada@-example.org",
                "ada@example-.org",
                "ada@exa_mple.org",
                "ada@exa%mple.org",
                "ada@xn--.org",
                "ada@example.org.",
                "ada@example\u3002org",
                "ada@example\uff0eorg",
                "ada@ex\u2764mple.org",
                "ada@\uff08example.org",
                "\u0301ada@example.org",
                "😀@example.org",
                "\ufffd@example.org",
                "l".repeat(65) + "@example.org",
                "\u00e9".repeat(33) + "@example.org",
                "ada@" + "d".repeat(64) + ".org",
                "ada@" + "\u00fc".repeat(60) + ".org",
                "a@" + "\u00fc.".repeat(31) + "organi");
    }

    @ParameterizedTest
    @MethodSource("invalidAddresses")
    void an_invalid_email_is_refused(String text) {
        signUp(text).isInvalid("email INVALID_FORMAT", "password WEAK_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0",
                "\u00ad",
                "\u034f",
                "\u061c",
                "\u115f",
                "\u1160",
                "\u180e",
                "\u200b",
                "\u200d",
                "\u202e",
                "\u202f",
                "\u2060",
                "\u2800",
                "\u3164",
                "\ufe0f",
                "\ufeff",
                "\uffa0",
                "\udb40\udc41",
                "\udb40\udd00"
            })
    void an_invisible_character_is_refused_anywhere(String character) {
        for (var text : List.of("%sada@example.org", "a%sda@example.org", "ada@ex%sample.org", "ada@example.org%s")) {
            signUp(text.formatted(character)).isInvalid("email INVALID_FORMAT", "password WEAK_PASSWORD");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0001", "\\u000b", "\\u001b", "\\u007f", "\u0085", "\u009f", "\u2028", "\u2029"})
    void a_control_character_is_refused_anywhere(String character) {
        for (var text : List.of("%sada@example.org", "a%sda@example.org", "ada@example.org%s")) {
            signUp(text.formatted(character)).isInvalid("email INVALID_CHARACTER", "password WEAK_PASSWORD");
        }
    }

    @Test
    void white_space_around_an_email_is_removed() {
        var email = "Ada-" + UUID.randomUUID() + "@B\u00fccher.example";
        var json = "{\"email\": \"\\t\\r\\n %s \u3000\", \"password\": \"%s\"}".formatted(email, Api.PASSWORD);

        assertThat(API.register(json).is(201).json().at("/user/email").asText()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x<%s@example.org>",
                "a,%s@example.org",
                "%s@example.org;x.y",
                "%s@example.org\u200b",
                "%s@a.b\u0085"
            })
    void users_whose_stored_email_is_no_longer_valid_can_log_in(String form) {
        var email = form.formatted("Old-" + UUID.randomUUID());
        Sql.run(
                "update users set email = ? where id = ?",
                email,
                People.with("user").id());

        assertThat(API.logIn(email, Api.PASSWORD)
                        .is(200)
                        .json()
                        .at("/user/email")
                        .asText())
                .isEqualTo(email);
        API.logIn(email.toLowerCase(Locale.ROOT), Api.PASSWORD).is(200);
    }

    /// Registers with a password that is refused before it is hashed, which saves time.
    private static Answer signUp(String email) {
        return API.register("{\"email\": \"%s\", \"password\": \"short\"}".replace("%s", email));
    }
}
