package todo.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.access.Role;
import todo.users.User;

final class TokenResponseTest {
    private static final Instant NOW = Instant.parse("2026-01-20T10:15:30Z");
    private static final User ADA = new User(
            UUID.randomUUID(), "ada@example.org", false, null, null, "Ada", null, null, Role.USER, true, NOW, NOW);

    @Test
    void to_string_omits_the_token() {
        assertThat(new TokenResponse("ey.J.x", "bearer", NOW, 1800, ADA).toString())
                .doesNotContain("ey.J.x");
    }
}
