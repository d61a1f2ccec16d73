package todo.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.DecodedToken;
import todo.testing.Person;

/// Any modified token is refused.
@TestInstance(Lifecycle.PER_CLASS)
final class ForgedTokenTest {
    private static final String ANOTHER_KEY =
            Base64.getUrlEncoder().encodeToString("another-key-0123456789-abcdefghijkl".getBytes(US_ASCII));

    private final Person ada = Api.shared().newPerson();
    private final DecodedToken token = DecodedToken.of(ada.token());

    @Test
    void a_token_rebuilt_with_the_key_is_accepted() {
        assertThat(token.signed()).isEqualTo(ada.token());
        PresentedToken.as("Bearer " + token.claim("jti", "\"another\"").signed())
                .isAccepted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            exp |
            exp | null
            exp | "1999999999"
            exp | true
            exp | 1e300
            exp | 1700000000
            iat |
            iat | null
            iat | "1700000000"
            iat | 1999999999
            exp | 1999999999.5
            nbf | 1999999999
            nbf | "1700000000"
            sub |
            sub | null
            sub | "ada"
            sub | 7
            sub | "00000000-0000-7000-8000-000000000000"
            sid |
            sid | null
            sid | "1-1-1-1-1"
            sid | ["a"]
            sid | "00000000-0000-7000-8000-000000000000"
            jti |
            jti | null
            jti | 7
            iss |
            iss | "todo-local"
            iss | null
            aud |
            aud | "todo-production"
            aud | []
            aud | ["todo-local"]
            aud | {}
            """)
    void a_missing_or_wrong_claim_answers_401(String claim, @Nullable String json) {
        assertRefused(token.claim(claim, json == null ? "" : json).signed());
    }

    @Test
    void a_duplicate_claim_answers_401() {
        var claims = token.claims().toString().replaceFirst("\\{", "{\"iss\":\"todo\",");

        assertRefused(DecodedToken.signed(token.header().toString(), claims, "HmacSHA256", Api.TOKEN_KEY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kid  |
            kid  | null
            kid  | "another"
            kid  | "../test"
            kid  | ["test"]
            alg  |
            alg  | "none"
            alg  | "HS512"
            alg  | "RS256"
            alg  | null
            crit | ["exp"]
            crit | []
            crit | null
            typ  |
            typ  | null
            typ  | "jwt"
            cty  | "JWT"
            jku  | "https://example.org/keys"
            jwk  | {}
            x5u  | null
            b64  | false
            zip  | "DEF"
            """)
    void a_missing_or_wrong_header_answers_401(String name, @Nullable String json) {
        assertRefused(token.header(name, json == null ? "" : json).signed());
    }

    @Test
    void a_signature_with_another_algorithm_or_key_answers_401() {
        var unsigned = ada.token().substring(0, ada.token().lastIndexOf('.') + 1);

        assertRefused(token.signed("HmacSHA256", ANOTHER_KEY));
        assertRefused(token.header("alg", "\"HS512\"").signed("HmacSHA512", Api.TOKEN_KEY));
        assertRefused(token.header("alg", "\"HS384\"").signed("HmacSHA384", Api.TOKEN_KEY));
        assertRefused(unsigned);
        assertRefused(token.header("alg", "\"none\"").signed().replaceAll("[^.]*$", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"text\"", "{", "", "{}", "{\"kid\":\"test\"}"})
    void a_part_that_is_no_json_object_answers_401(String json) {
        assertRefused(DecodedToken.signed(json, token.claims().toString(), "HmacSHA256", Api.TOKEN_KEY));
        assertRefused(DecodedToken.signed(token.header().toString(), json, "HmacSHA256", Api.TOKEN_KEY));
        assertRefused(DecodedToken.signed(json, json, "HmacSHA256", Api.TOKEN_KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s{}", "%s x", "%s]", "%s,"})
    void text_after_the_json_of_a_part_answers_401(String form) {
        var header = token.header().toString();
        var claims = token.claims().toString();

        assertRefused(DecodedToken.signed(form.replace("%s", header), claims, "HmacSHA256", Api.TOKEN_KEY));
        assertRefused(DecodedToken.signed(header, form.replace("%s", claims), "HmacSHA256", Api.TOKEN_KEY));
    }

    @Test
    void a_duplicate_member_answers_401() {
        var header = token.header().toString();
        var claims = token.claims().toString();

        for (var member : new String[] {"\"kid\":\"test\"", "\"alg\":\"HS256\"", "\"typ\":\"JWT\""}) {
            assertRefused(DecodedToken.signed(
                    header.replaceFirst("}$", "," + member + "}"), claims, "HmacSHA256", Api.TOKEN_KEY));
        }
        for (var member :
                new String[] {"\"sub\":" + token.claims().path("sub"), "\"role\":\"user\"", "\"exp\":1999999999"}) {
            assertRefused(DecodedToken.signed(
                    header, claims.replaceFirst("}$", "," + member + "}"), "HmacSHA256", Api.TOKEN_KEY));
        }
    }

    @Test
    void deeply_nested_json_answers_401() {
        var deep = "{\"a\":" + "[".repeat(2000) + "]".repeat(900) + "}";

        assertRefused(DecodedToken.signed(deep, "{}", "HmacSHA256", Api.TOKEN_KEY));
        assertRefused(DecodedToken.signed(token.header().toString(), deep, "HmacSHA256", Api.TOKEN_KEY));
    }

    private static void assertRefused(String token) {
        PresentedToken.as("Bearer " + token).isRefused();
    }
}
