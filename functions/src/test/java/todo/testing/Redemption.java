package todo.testing;

/// What a front end sends to the API after a provider has redirected to it. The methods return changed copies.
public record Redemption(String code, String codeVerifier, String redirectUri, String nonce) {
    public Redemption withCode(String other) {
        return new Redemption(other, codeVerifier, redirectUri, nonce);
    }

    public Redemption withVerifier(String other) {
        return new Redemption(code, other, redirectUri, nonce);
    }

    public Redemption withRedirectUri(String other) {
        return new Redemption(code, codeVerifier, other, nonce);
    }

    public Redemption withNonce(String other) {
        return new Redemption(code, codeVerifier, redirectUri, other);
    }

    /// Returns the body of a sign-in. No value is escaped for JSON.
    public String json() {
        return "{" + members() + "}";
    }

    /// Returns the body of linking an identity.
    public String linkingJson(String provider) {
        return "{\"provider\": \"" + provider + "\", " + members() + "}";
    }

    private String members() {
        return "\"code\": \"%s\", \"code_verifier\": \"%s\", \"redirect_uri\": \"%s\", \"nonce\": \"%s\""
                .formatted(code, codeVerifier, redirectUri, nonce);
    }
}
