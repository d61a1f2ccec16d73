package todo.local.gateway.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class AuthorizerCacheTest {
    private static final AuthorizerResponse RESPONSE =
            new AuthorizerResponse(new Policy(List.of()), JsonNodeFactory.instance.objectNode());

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @Test
    void a_response_is_cached_until_its_ttl_ends() {
        var cache = new AuthorizerCache(Duration.ofSeconds(60), now::get);
        cache.put("Bearer a", RESPONSE);

        now.set(Instant.EPOCH.plusMillis(59_999));
        assertThat(cache.find("Bearer a")).contains(RESPONSE);
        assertThat(cache.find("bearer a")).isEmpty();

        now.set(Instant.EPOCH.plusSeconds(60));
        assertThat(cache.find("Bearer a")).isEmpty();
    }

    @Test
    void expired_responses_are_removed() {
        var cache = new AuthorizerCache(Duration.ofSeconds(60), now::get);
        cache.put("Bearer a", RESPONSE);
        now.set(Instant.EPOCH.plusSeconds(61));
        cache.put("Bearer b", RESPONSE);

        assertThat(cache.responses()).containsOnlyKeys("Bearer b");
    }
}
