package todo.oauth;

import java.net.URI;
import java.util.Map;

/// What an issuer publishes about itself (OpenID Connect Discovery 1.0).
///
/// @param takesBasic whether clients authenticate by HTTP Basic, else by members of the form
record Metadata(URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri, boolean takesBasic) {
    private static final String BASIC = "client_secret_basic";
    private static final String AUTHENTICATION = "token_endpoint_auth_methods_supported";

    /// Fetches the metadata.
    ///
    /// @throws todo.http.Problem `PROVIDER_UNAVAILABLE`
    static Metadata of(ClientRegistration client, UrlRules urls) {
        var url = URI.create(client.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration");
        var members = ProviderHttp.get(url, Map.of()).object();
        if (!members.text("issuer").filter(client.issuer()::equals).isPresent()) {
            throw Failures.misconfigured(client, "the provider has another issuer than the configured one");
        }
        return new Metadata(
                endpoint(members, "authorization_endpoint", urls),
                endpoint(members, "token_endpoint", urls),
                endpoint(members, "jwks_uri", urls),
                !members.has(AUTHENTICATION) || members.texts(AUTHENTICATION).contains(BASIC));
    }

    private static URI endpoint(JsonMembers members, String name, UrlRules urls) {
        return members.text(name).flatMap(urls::parse).orElseThrow(Failures::unavailable);
    }
}
