package todo.tokens;

import java.util.Optional;
import todo.App;
import todo.access.Identity;
import todo.lambda.TokenAuthorizer;

/// The gateway's authorizer: verifies access tokens without the database. The gateway caches its answers.
public final class Authorizer extends TokenAuthorizer {
    private final Tokens tokens;

    public Authorizer() {
        this(App.live().tokens());
    }

    Authorizer(Tokens tokens) {
        this.tokens = tokens;
        super();
    }

    @Override
    protected String primingToken() {
        return tokens.primingToken();
    }

    @Override
    protected Optional<Identity> identify(String token) {
        return tokens.verify(token);
    }
}
