package todo.oauth;

import java.util.List;

/// A provider's answer to an HTTP request.
///
/// @param body at most as long as [ProviderHttp] reads
public record ProviderAnswer(int status, String body) {
    /// Returns the JSON object of an answer 200.
    ///
    /// @throws todo.http.Problem `PROVIDER_UNAVAILABLE` for any other answer
    public JsonMembers object() {
        requireOk();
        return JsonMembers.parse(body).orElseThrow(Failures::unavailable);
    }

    /// Returns the objects in the JSON array of an answer 200.
    ///
    /// @throws todo.http.Problem `PROVIDER_UNAVAILABLE` for any other answer
    public List<JsonMembers> objects() {
        requireOk();
        return JsonMembers.parseArray(body).orElseThrow(Failures::unavailable);
    }

    private void requireOk() {
        if (status != 200) {
            throw Failures.unavailable();
        }
    }

    @Override
    public String toString() {
        return "ProviderAnswer[" + status + "]";
    }
}
