package todo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.DirectInvocation;
import todo.testing.Api;
import todo.testing.Events;
import todo.testing.Person;
import todo.testing.Sql;

/// The gateway's source address: how it is stored and what rate limits count by.
final class ClientAddressTest {
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
    void sessions_and_audit_events_store_addresses_in_canonical_form(String sourceIp, String stored) {
        var ada = newcomer();
        var request = UUID.randomUUID().toString();

        var answer = invoke(Api.shared(), event("register", ada, sourceIp, request));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(Sql.texts("select ip from sessions join users on users.id = user_id where email = ?", ada.email()))
                .containsExactly(stored);
        assertThat(Sql.texts("select ip from audit_events where request_id = ?", request))
                .containsExactly(stored);
    }

    @Test
    void rate_limits_count_an_ipv6_64_prefix_as_one_client() {
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

    private static boolean limited(Api api, String operation, String sourceIp) {
        var event = event(operation, newcomer(), sourceIp, UUID.randomUUID().toString());
        return invoke(api, event).status() == 429;
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

    private static DirectInvocation invoke(Api api, String event) {
        return DirectInvocation.of(api, "todo.accounts.Authentication", event);
    }
}
