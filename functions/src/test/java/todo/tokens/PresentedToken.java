package todo.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import todo.testing.Answer;
import todo.testing.Api;

/// What the API made of an `Authorization` header.
record PresentedToken(Answer answer) {
    static PresentedToken as(String authorization) {
        return new PresentedToken(Api.shared()
                .request("GET", "/api/v1/users/me")
                .header("Authorization", authorization)
                .send());
    }

    void isTaken() {
        answer.is(200);
    }

    /// By the gateway, or, where only the session is wrong, by the function.
    void isRefused() {
        answer.isProblem(401, "UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate").or(() -> answer.header("x-amzn-Remapped-WWW-Authenticate")))
                .hasValue("Bearer error=\"invalid_token\"");
    }
}
