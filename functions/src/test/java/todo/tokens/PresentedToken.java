package todo.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import todo.testing.Answer;
import todo.testing.Api;

/// The response to an `Authorization` header.
record PresentedToken(Answer answer) {
    static PresentedToken as(String authorization) {
        return new PresentedToken(Api.shared()
                .request("GET", "/api/v1/users/me")
                .header("Authorization", authorization)
                .send());
    }

    void isAccepted() {
        answer.is(200);
    }

    /// The gateway refuses invalid tokens, the function ended sessions.
    void isRefused() {
        answer.isProblem(401, "UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate").or(() -> answer.header("x-amzn-Remapped-WWW-Authenticate")))
                .hasValue("Bearer error=\"invalid_token\"");
    }
}
