package todo.sessions;

import java.time.Duration;
import java.time.Instant;
import todo.tokens.NewSession;
import todo.tokens.Tokens;
import todo.users.User;

/// The answer to a registration or log-in.
///
/// @param expiresIn seconds until the token expires
public record TokenResponse(String accessToken, String tokenType, Instant expiresAt, long expiresIn, User user) {
    public static TokenResponse by(Tokens tokens, User user, NewSession session) {
        var life = Duration.between(session.startsAt(), session.expiresAt());
        return new TokenResponse(
                tokens.issue(user.id(), user.role(), session), "bearer", session.expiresAt(), life.toSeconds(), user);
    }

    @Override
    public String toString() {
        return "TokenResponse";
    }
}
