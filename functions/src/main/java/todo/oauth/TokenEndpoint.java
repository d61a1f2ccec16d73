package todo.oauth;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/// The endpoint at which a provider redeems authorization codes (RFC 6749, sections 4.1.3 and 5.2).
///
/// @param client the client that the requests authenticate
public record TokenEndpoint(ClientRegistration client) {
    private static final Set<String> CLIENT_ERRORS = Set.of(
            "invalid_client",
            "unauthorized_client",
            "unsupported_grant_type",
            "incorrect_client_credentials"); // the last one is GitHub's

    /// 200 for tokens, the others for refused codes. GitHub refuses them with 200, and some issuers with 403.
    private static final Set<Integer> ANSWERS = Set.of(200, 400, 403);

    /// Returns the members of the answer.
    ///
    /// @throws todo.http.Problem `INVALID_CREDENTIALS` if the provider refuses the code; `PROVIDER_UNAVAILABLE`
    public JsonMembers redeem(URI url, Map<String, String> headers, Map<String, String> form) {
        var answer = ProviderHttp.post(url, headers, form);
        if (answer.status() == 401) {
            throw Failures.misconfigured(client, "the provider refuses client_id or client_secret");
        }
        if (!ANSWERS.contains(answer.status())) {
            throw Failures.unavailable();
        }
        var members = JsonMembers.parse(answer.body()).orElseThrow(Failures::unavailable);
        members.text("error").ifPresent(this::refuse);
        if (answer.status() != 200) {
            throw Failures.unavailable();
        }
        return members;
    }

    private void refuse(String error) {
        if (CLIENT_ERRORS.contains(error)) {
            throw Failures.misconfigured(client, "the provider answers " + error);
        }
        throw Failures.refused();
    }
}
