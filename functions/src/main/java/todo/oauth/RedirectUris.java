package todo.oauth;

import static java.util.stream.Collectors.toCollection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// The URLs of front ends to which providers may redirect. They are compared as texts, character by character.
public record RedirectUris(Set<String> allowed) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public RedirectUris {
        allowed = Collections.unmodifiableSet(new LinkedHashSet<>(allowed));
    }

    /// Parses comma-separated URLs.
    ///
    /// @throws IllegalArgumentException with a message that follows the setting's name
    public static RedirectUris parse(String list) {
        var uris = Arrays.stream(list.split(",", -1)).map(String::strip).collect(toCollection(LinkedHashSet::new));
        if (!uris.stream().allMatch(RedirectUris::isAcceptable)) {
            throw new IllegalArgumentException(
                    "must be URLs such as https://todo.example.org/signed-in, comma-separated, without fragment;"
                            + " http:// only for localhost, 127.0.0.1 and [::1]");
        }
        return new RedirectUris(uris);
    }

    private static boolean isAcceptable(String text) {
        try {
            var uri = new URI(text);
            var isProtected = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost())));
            return isProtected && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
