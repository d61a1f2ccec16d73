package todo.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.DecodedToken;
import todo.testing.Person;

/// A token is accepted only in its exact spelling, after the scheme `Bearer`.
@TestInstance(Lifecycle.PER_CLASS)
final class TokenFormatTest {
    private final Person ada = Api.shared().newPerson();
    private final DecodedToken token = DecodedToken.of(ada.token());

    @Test
    void any_other_last_character_answers_401() {
        var others = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/="
                .chars()
                .mapToObj(character -> ada.token().substring(0, ada.token().length() - 1) + (char) character)
                .filter(other -> !other.equals(ada.token()));

        assertThat(others.toList())
                .hasSize(66)
                .allSatisfy(other -> PresentedToken.as("Bearer " + other).isRefused());
    }

    @Test
    void a_token_is_case_sensitive() {
        var shouted = ada.token().toUpperCase(Locale.ROOT);

        PresentedToken.as("Bearer " + shouted).isRefused();
        PresentedToken.as("Bearer " + ada.token()).isAccepted();
        PresentedToken.as("Bearer " + shouted).isRefused();
    }

    Stream<String> respellings() {
        var parts = List.of(ada.token().split("\\.", -1));
        var longest = "x".repeat(4097 - ada.token().length());
        return Stream.of(
                ada.token() + "=",
                ada.token() + ".",
                "." + ada.token(),
                ada.token() + ".x",
                parts.get(0) + "=." + parts.get(1) + "." + parts.get(2),
                parts.get(0) + ".." + parts.get(2),
                parts.get(0) + "." + parts.get(2),
                parts.get(0) + "." + parts.get(1) + "." + parts.get(2) + "." + parts.get(0) + "." + parts.get(1),
                ada.token() + "%3D",
                ada.token() + "\u00a0",
                ada.token() + " x",
                "\"" + ada.token() + "\"",
                ada.token() + "," + ada.token(),
                ada.token() + longest,
                "x".repeat(4097),
                "x.y.z",
                "..");
    }

    @ParameterizedTest
    @MethodSource("respellings")
    void any_other_spelling_of_a_token_answers_401(String text) {
        PresentedToken.as("Bearer " + text).isRefused();
    }

    @Test
    void a_token_has_at_most_4096_characters() {
        var filler = 4096 - token.claim("filler", "\"\"").signed().length();
        var longest =
                token.claim("filler", "\"" + "f".repeat(filler * 3 / 4) + "\"").signed();
        var longer = token.claim("filler", "\"" + "f".repeat(filler * 3 / 4 + 3) + "\"")
                .signed();

        assertThat(longest.length()).isBetween(4090, 4096);
        PresentedToken.as("Bearer " + longest).isAccepted();
        assertThat(longer.length()).isBetween(4097, 4100);
        PresentedToken.as("Bearer " + longer).isRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token", "Authorization"})
    void a_token_in_the_query_answers_401(String parameter) {
        Api.shared()
                .get("/api/v1/users/me?%s=%s".formatted(parameter, ada.token()))
                .isProblem(401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer  "})
    void the_bearer_scheme_is_case_insensitive(String scheme) {
        PresentedToken.as(scheme + ada.token()).isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Basic ", "Token ", "Bearer:", "Bearer Bearer ", "x Bearer ", "Bearer\t"})
    void another_scheme_answers_401(String scheme) {
        PresentedToken.as(scheme + ada.token()).isRefused();
    }
}
