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

/// Of all that could be made of a token, only the token itself is taken.
@TestInstance(Lifecycle.PER_CLASS)
final class ForgedTokenTest {
    private static final String ANOTHER_KEY =
            Base64.getUrlEncoder().encodeToString("another-key-0123456789-abcdefghijkl".getBytes(US_ASCII));

    private final Person ada = Api.shared().newPerson();
    private final DecodedToken token = DecodedToken.of(ada.token());

    @Test
    void a_token_put_together_anew_is_the_token() {
        assertThat(token.signed()).isEqualTo(ada.token());
        PresentedToken.as("Bearer " + token.claim("jti", "\"another\"").signed())
                .isTaken();
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
    void a_claim_that_is_missing_or_wrong_spoils_a_token(String claim, @Nullable String json) {
        refused(token.claim(claim, json == null ? "" : json).signed());
    }

    @Test
    void a_claim_that_is_there_twice_spoils_a_token() {
        var claims = token.claims().toString().replaceFirst("\\{", "{\"iss\":\"todo\",");

        refused(DecodedToken.signed(token.header().toString(), claims, "HmacSHA256", Api.TOKEN_KEY));
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
            """)
    void a_header_that_is_missing_or_wrong_spoils_a_token(String name, @Nullable String json) {
        refused(token.header(name, json == null ? "" : json).signed());
    }

    @Test
    void a_signature_of_another_kind_or_key_is_none() {
        var unsigned = ada.token().substring(0, ada.token().lastIndexOf('.') + 1);

        refused(token.signed("HmacSHA256", ANOTHER_KEY));
        refused(token.header("alg", "\"HS512\"").signed("HmacSHA512", Api.TOKEN_KEY));
        refused(token.header("alg", "\"HS384\"").signed("HmacSHA384", Api.TOKEN_KEY));
        refused(unsigned);
        refused(token.header("alg", "\"none\"").signed().replaceAll("[^.]*$", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"text\"", "{", "", "{}", "{\"kid\":\"test\"}"})
    void what_is_no_object_is_no_part_of_a_token(String json) {
        refused(DecodedToken.signed(json, token.claims().toString(), "HmacSHA256", Api.TOKEN_KEY));
        refused(DecodedToken.signed(token.header().toString(), json, "HmacSHA256", Api.TOKEN_KEY));
        refused(DecodedToken.signed(json, json, "HmacSHA256", Api.TOKEN_KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s{}", "%s x", "%s]", "%s,"})
    void text_after_a_part_spoils_a_token(String form) {
        var header = token.header().toString();
        var claims = token.claims().toString();

        refused(DecodedToken.signed(form.replace("%s", header), claims, "HmacSHA256", Api.TOKEN_KEY));
        refused(DecodedToken.signed(header, form.replace("%s", claims), "HmacSHA256", Api.TOKEN_KEY));
    }

    @Test
    void a_member_that_comes_twice_spoils_a_token() {
        var header = token.header().toString();
        var claims = token.claims().toString();

        for (var member : new String[] {"\"kid\":\"test\"", "\"alg\":\"HS256\"", "\"typ\":\"JWT\""}) {
            refused(DecodedToken.signed(
                    header.replaceFirst("}$", "," + member + "}"), claims, "HmacSHA256", Api.TOKEN_KEY));
        }
        for (var member :
                new String[] {"\"sub\":" + token.claims().path("sub"), "\"role\":\"user\"", "\"exp\":1999999999"}) {
            refused(DecodedToken.signed(
                    header, claims.replaceFirst("}$", "," + member + "}"), "HmacSHA256", Api.TOKEN_KEY));
        }
    }

    @Test
    void no_depth_of_nesting_breaks_anything() {
        var deep = "{\"a\":" + "[".repeat(2000) + "]".repeat(900) + "}";

        refused(DecodedToken.signed(deep, "{}", "HmacSHA256", Api.TOKEN_KEY));
        refused(DecodedToken.signed(token.header().toString(), deep, "HmacSHA256", Api.TOKEN_KEY));
    }

    private static void refused(String token) {
        PresentedToken.as("Bearer " + token).isRefused();
    }
}
