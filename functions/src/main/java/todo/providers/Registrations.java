package todo.providers;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import todo.json.Json;
import todo.oauth.ClientRegistration;
import todo.oauth.JsonMembers;
import todo.oauth.UrlRules;

/// The configured providers, in their order.
public record Registrations(List<ClientRegistration> all) {
    public static final Registrations NONE = new Registrations(List.of());

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

    private static final String GITHUB = "github";
    private static final String GITHUB_URL = "https://github.com";
    private static final String GITHUB_API = "https://api.github.com";
    private static final Set<String> MEMBERS =
            Set.of("type", "issuer", "client_id", "client_secret", "display_name", "url", "api_url");

    public Registrations {
        all = List.copyOf(all);
    }

    /// Parses a JSON object of providers by name.
    ///
    /// @throws IllegalArgumentException with a message that follows the setting's name and quotes no value
    public static Registrations parse(String text, UrlRules urls) {
        var providers = Json.members(text)
                .filter(members -> members.keySet().stream().allMatch(Registrations::isName))
                .orElseThrow(() -> new IllegalArgumentException("must be a JSON object of providers by name, such as"
                        + " {\"google\": {\"issuer\": …, \"client_id\": …, \"client_secret\": …}}, with names of"
                        + " 1 to 32 letters a to z, digits and hyphens"));
        return new Registrations(providers.entrySet().stream()
                .map(provider -> registration(provider.getKey(), provider.getValue(), urls))
                .toList());
    }

    /// Whether the text can be the name of a provider.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    Optional<ClientRegistration> find(String name) {
        return all.stream().filter(client -> client.name().equals(name)).findFirst();
    }

    private static ClientRegistration registration(String name, Object value, UrlRules urls) {
        var members = value instanceof Map<?, ?> map ? new JsonMembers(map) : new JsonMembers(Map.of());
        if (!members.values().keySet().stream().allMatch(MEMBERS::contains)) {
            throw invalid(
                    name,
                    "no members but "
                            + String.join(", ", MEMBERS.stream().sorted().toList()));
        }
        var isGitHub = GITHUB.equals(members.text("type").orElse(""));
        if (members.has("type") && !isGitHub) {
            throw invalid(name, "no type, or the type github");
        }
        return new ClientRegistration(
                name,
                members.text("display_name").orElse(name),
                isGitHub
                        ? url(name, members, "url", GITHUB_URL, urls).toString().replaceFirst("/$", "")
                        : url(name, members, "issuer", "", urls).toString(),
                isGitHub ? url(name, members, "api_url", GITHUB_API, urls) : null,
                members.text("client_id").orElseThrow(() -> invalid(name, "a client_id")),
                members.text("client_secret").orElseThrow(() -> invalid(name, "a client_secret")));
    }

    private static URI url(String name, JsonMembers members, String member, String defaultValue, UrlRules urls) {
        return urls.parse(members.text(member).orElse(defaultValue))
                .filter(url -> url.getRawQuery() == null)
                .orElseThrow(() -> invalid(name, "an https:// URL without query as " + member));
    }

    private static IllegalArgumentException invalid(String name, String expected) {
        return new IllegalArgumentException("must have, for " + name + ", " + expected);
    }
}
