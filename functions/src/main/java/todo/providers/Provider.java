package todo.providers;

import todo.oauth.AuthorizationCode;

/// An identity provider. Thread-safe.
public interface Provider {
    /// Returns what a front end needs to send the browser to the provider.
    ///
    /// @throws todo.http.Problem `PROVIDER_UNAVAILABLE`
    Offer offer();

    /// Redeems the code that the provider gave to the front end.
    ///
    /// @throws todo.http.Problem `INVALID_CREDENTIALS` if the provider refuses the code, or its answer is not
    /// for this sign-in; `PROVIDER_UNAVAILABLE`
    ExternalAccount redeem(AuthorizationCode code);
}
