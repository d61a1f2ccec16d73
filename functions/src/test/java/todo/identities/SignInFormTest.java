package todo.identities;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Api;
import todo.testing.IdentityProvider;
import todo.testing.SignInClient;

final class SignInFormTest {
    private static final Api API = Api.complete();
    private static final SignInClient GOOGLE = new SignInClient(API, Api.google());

    @Test
    void a_code_works_once() {
        var redemption = GOOGLE.provider().signIn(Api.newEmail());

        GOOGLE.signIn(redemption).is(201);
        GOOGLE.signIn(redemption).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_code_without_the_verifier_of_the_browser_that_requested_it_is_refused() {
        var victim = GOOGLE.provider().signIn(Api.newEmail());
        var attacker = GOOGLE.provider().signIn(Api.newEmail());

        GOOGLE.signIn(victim.withCode(attacker.code())).isProblem(401, "INVALID_CREDENTIALS");
        GOOGLE.signIn(victim.withVerifier("v".repeat(43))).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void a_code_that_was_requested_with_another_nonce_is_refused() {
        var redemption = GOOGLE.provider().signIn(Api.newEmail());

        GOOGLE.signIn(redemption.withNonce(UUID.randomUUID().toString())).isProblem(401, "INVALID_CREDENTIALS");
    }

    @Test
    void an_unknown_provider_answers_404() {
        var json = GOOGLE.provider().signIn(Api.newEmail()).json();

        API.post("/api/v1/auth/providers/gogle", json).isProblem(404, "PROVIDER_NOT_FOUND");
        Api.shared().post("/api/v1/auth/providers/google", json).isProblem(404, "PROVIDER_NOT_FOUND");
    }

    @Test
    void all_that_is_wrong_with_a_request_is_reported_at_once() {
        API.post("/api/v1/auth/providers/google", "{}")
                .isInvalid("code REQUIRED", "code_verifier REQUIRED", "redirect_uri REQUIRED", "nonce REQUIRED");
        API.post("/api/v1/auth/providers/google", """
                        {"code": "", "code_verifier": "%s", "redirect_uri": "https://evil.example", "nonce": "short", "state": "x"}
                        """.formatted("v".repeat(129)))
                .isInvalid(
                        "code TOO_SHORT",
                        "code_verifier TOO_LONG",
                        "redirect_uri NOT_ALLOWED",
                        "nonce TOO_SHORT",
                        "state UNKNOWN_FIELD");
        API.post("/api/v1/auth/providers/google", """
                        {"code": "a b", "code_verifier": "%s+", "redirect_uri": "%s", "nonce": "näschen!"}
                        """.formatted("v".repeat(43), IdentityProvider.REDIRECT_URI))
                .isInvalid("code INVALID_CHARACTER", "code_verifier INVALID_CHARACTER", "nonce INVALID_CHARACTER");
        API.post("/api/v1/auth/providers/google", """
                        {"code": "%s", "code_verifier": "short", "redirect_uri": 5, "nonce": null}
                        """.formatted("c".repeat(2049)))
                .isInvalid("code TOO_LONG", "code_verifier TOO_SHORT", "redirect_uri WRONG_TYPE", "nonce REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/signed-in/",
                "https://app.example.com/signed-in?next=/",
                "https://app.example.com/SIGNED-IN",
                "https://app.example.com:443/signed-in",
                "http://app.example.com/signed-in",
                "https://app.example.com/signed-in https://evil.example"
            })
    void a_redirect_uri_must_equal_an_allowed_one(String uri) {
        GOOGLE.signIn(GOOGLE.provider().signIn(Api.newEmail()).withRedirectUri(uri))
                .isInvalid("redirect_uri NOT_ALLOWED");
    }
}
