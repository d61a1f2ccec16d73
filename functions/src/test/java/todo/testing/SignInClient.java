package todo.testing;

import java.util.HashMap;
import java.util.Map;

/// Signs in with a provider, which the API knows under the name [IdentityProvider#NAME].
public record SignInClient(Api api, IdentityProvider provider) {
    private static final String PATH = "/api/v1/auth/providers/" + IdentityProvider.NAME;

    /// Signs in at the provider, where the person has these claims, and then at the API.
    public Answer signIn(Map<String, Object> claims) {
        return signIn(provider.signIn(claims));
    }

    public Answer signIn(Redemption redemption) {
        return api.post(PATH, redemption.json());
    }

    /// Returns the person of a successful sign-in.
    public Person person(Map<String, Object> claims) {
        return Person.of(api, signIn(claims).isSuccess());
    }

    /// Returns claims of which one is replaced.
    public static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        var all = new HashMap<>(claims);
        all.put(name, value);
        return all;
    }

    /// Returns claims of which one is missing.
    public static Map<String, Object> without(Map<String, Object> claims, String name) {
        var others = new HashMap<>(claims);
        others.remove(name);
        return others;
    }
}
