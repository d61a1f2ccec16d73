package todo.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Which URLs of providers are accepted: those with HTTPS, and in the stage `local` also those with HTTP.
public record UrlRules(boolean allowsHttp) {
    /// Returns an absolute URL without user and fragment, or empty if the text is not an accepted one.
    public Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(this::isAccepted);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private boolean isAccepted(URI url) {
        var hasScheme = "https".equals(url.getScheme()) || (allowsHttp && "http".equals(url.getScheme()));
        return hasScheme && url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
    }
}
