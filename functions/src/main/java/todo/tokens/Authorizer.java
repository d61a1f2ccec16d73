package todo.tokens;

import java.util.Optional;
import todo.App;
import todo.http.Identity;
import todo.http.TokenAuthorizer;

/// The gateway asks it about each token, once while its answer is cached. It has no database.
public final class Authorizer extends TokenAuthorizer {
    private final Tokens tokens;

    public Authorizer() {
        this(App.live());
    }

    Authorizer(App app) {
        this.tokens = app.tokens();
    }

    @Override
    protected Optional<Identity> identify(String token) {
        return tokens.verify(token);
    }
}
