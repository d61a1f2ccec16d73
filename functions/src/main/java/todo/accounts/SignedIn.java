package todo.accounts;

import java.time.Duration;
import java.time.Instant;

/// What a client gets for signing up or in. `expiresIn` is in seconds.
record SignedIn(String accessToken, String tokenType, Instant expiresAt, long expiresIn, User user) {
    static SignedIn with(String token, NewSession session, User user) {
        var life = Duration.between(session.startsAt(), session.expiresAt());
        return new SignedIn(token, "bearer", session.expiresAt(), life.toSeconds(), user);
    }

    @Override
    public String toString() {
        return "SignedIn";
    }
}
