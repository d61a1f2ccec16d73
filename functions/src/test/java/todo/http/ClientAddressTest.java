package todo.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.Api;
import todo.testing.Events;
import todo.testing.Person;
import todo.testing.Sql;

/// The gateway's source address: how it is stored and what rate limits count by.
final class ClientAddressTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = Api.shared().newPerson().token();

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "::FFFF:cb00:7107, 203.0.113.7",
        "2001:0DB8:0001:0002:0000:0000:0000:00Ff, 2001:db8:1:2::ff",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8:0:1:0:0:0:a0, 2001:db8:0:1::a0",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "::, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "test-invoke-source-ip, 0.0.0.0",
        "'', 0.0.0.0",
        "example.org, 0.0.0.0",
    })
    void sessions_and_audit_events_store_addresses_in_canonical_form(String sourceIp, String stored)
            throws IOException {
        var ada = newcomer();
        var request = UUID.randomUUID().toString();

        var answer = given(Api.shared(), event("register", ada, sourceIp, request));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
        assertThat(Sql.texts("select ip from sessions join users on users.id = user_id where email = ?", ada.email()))
                .containsExactly(stored);
        assertThat(Sql.texts("select ip from audit_events where request_id = ?", request))
                .containsExactly(stored);
    }

    @Test
    void rate_limits_count_an_ipv6_64_prefix_as_one_client() throws IOException {
        try (var api = Api.with(Map.of("RATE_LIMIT_LOGIN", "2", "RATE_LIMIT_REGISTER", "2"))) {
            for (var operation : new String[] {"log-in", "register"}) {
                var network = "2001:db8:%x:%x:".formatted(UUID.randomUUID().hashCode() & 0xFFFF, operation.length());

                assertThat(limited(api, operation, network + ":1")).isFalse();
                assertThat(limited(api, operation, network + "ffff:ffff:ffff:ffff"))
                        .isFalse();
                assertThat(limited(api, operation, network + ":3")).isTrue();
                assertThat(limited(api, operation, network.replaceFirst(":$", "1::3")))
                        .isFalse();
            }
        }
    }

    private static boolean limited(Api api, String operation, String sourceIp) throws IOException {
        var event = event(operation, newcomer(), sourceIp, UUID.randomUUID().toString());
        return given(api, event).path("statusCode").asInt() == 429;
    }

    private static Person newcomer() {
        return new Person(Api.shared(), UUID.randomUUID(), Api.newEmail(), TOKEN);
    }

    private static String event(String name, Person person, String sourceIp, String requestId) {
        return new Events(person, person.id())
                .read(name)
                .replace("\"sourceIp\": \"203.0.113.7\"", "\"sourceIp\": \"" + sourceIp + "\"")
                .replaceFirst("\"requestId\": \"[^\"]*\"", "\"requestId\": \"" + requestId + "\"");
    }

    private static JsonNode given(Api api, String event) throws IOException {
        var answer = new ByteArrayOutputStream();
        api.function("todo.accounts.Authentication")
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, null);
        return JSON.readTree(answer.toByteArray());
    }
}
