package todo.oauth;

import java.util.regex.Pattern;
import todo.validation.Fields;

/// The form in which a front end sends the code that it got from a provider.
///
/// @param codeVerifier the secret of PKCE (RFC 7636), which shows that the front end itself requested the code
/// @param redirectUri the one for which the code was requested
/// @param nonce the one with which the code was requested
public record AuthorizationCode(String code, String codeVerifier, String redirectUri, String nonce) {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]*");

    public static AuthorizationCode from(Fields fields, RedirectUris redirects) {
        var code = fields.ascii("code", 1, 2048);
        var verifier = fields.ascii("code_verifier", 43, 128);
        if (fields.isValid("code_verifier") && !VERIFIER.matcher(verifier).matches()) {
            fields.refuse("code_verifier", "INVALID_CHARACTER", "may have letters a to z, digits, - . _ and ~ only");
        }
        var redirect = fields.secret("redirect_uri");
        if (fields.isValid("redirect_uri") && !redirects.allowed().contains(redirect)) {
            fields.refuse("redirect_uri", "NOT_ALLOWED", "must be one of the redirect_uris of this server");
        }
        return new AuthorizationCode(code, verifier, redirect, fields.ascii("nonce", 8, 255));
    }

    @Override
    public String toString() {
        return "AuthorizationCode";
    }
}
