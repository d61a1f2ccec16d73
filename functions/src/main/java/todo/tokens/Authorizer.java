package todo.tokens;

import java.util.Optional;
import java.util.UUID;
import todo.App;
import todo.access.Client;
import todo.access.Identity;
import todo.access.Role;
import todo.http.Call;
import todo.lambda.TokenAuthorizer;

/// The gateway's authorizer: verifies access tokens without the database. The gateway caches its answers.
public final class Authorizer extends TokenAuthorizer {
    private static final UUID UNKNOWN_USER = new UUID(0, 0);

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
        return tokens.issue(UNKNOWN_USER, Role.GUEST, tokens.session(new Client("127.0.0.1", null, Call.PRIMING_ID)));
    }

    @Override
    protected Optional<Identity> identify(String token) {
        return tokens.verify(token);
    }
}
