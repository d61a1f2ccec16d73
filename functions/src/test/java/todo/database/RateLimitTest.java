package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.ResourceLock;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Sql;

@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock(AddressLimits.RESOURCE)
final class RateLimitTest {
    private static final String ME = "/api/v1/users/me";

    private final Api api =
            Api.with(Map.of("RATE_LIMIT_REGISTER", "5", "RATE_LIMIT_LOGIN", "10", "RATE_LIMIT_USER", "20"));

    @BeforeEach
    void reset_address_limits() {
        AddressLimits.reset();
    }

    @AfterAll
    void stop() {
        api.close();
        AddressLimits.reset();
    }

    @Test
    void ten_of_two_hundred_concurrent_log_ins_are_admitted() {
        var answers = Burst.of(200, _ -> api.logIn(newEmail(), "wrong"));

        assertThat(admitted(answers)).isEqualTo(10);
        assertThat(AddressLimits.requests()).isEqualTo(10);
    }

    @Test
    void five_of_fifty_concurrent_registrations_are_admitted_even_if_invalid() {
        var answers = Burst.of(50, _ -> api.register("{}"));

        assertThat(admitted(answers)).isEqualTo(5);
    }

    @Test
    void twenty_of_sixty_requests_of_one_user_are_admitted() {
        var ada = api.newPerson();
        var bob = api.newPerson();

        var answers = new ArrayList<>(Burst.of(30, number -> ada.get(number % 2 == 0 ? ME : ada.tasks())));
        for (var time = 0; time < 30; time++) {
            answers.add(ada.get(ME));
        }

        assertThat(admitted(answers)).isEqualTo(20);
        ada.loggedInAgain().get(ME).isProblem(429, "RATE_LIMITED");
        bob.get(ME).is(200);
    }

    @Test
    void instances_share_one_limit() {
        try (var another = Api.with(Map.of("RATE_LIMIT_REGISTER", "5"))) {
            for (var time = 0; time < 5; time++) {
                (time % 2 == 0 ? api : another).register("{}").is(400);
            }

            api.register("{}").isProblem(429, "RATE_LIMITED");
            another.register("{}").isProblem(429, "RATE_LIMITED");
        }
    }

    @Test
    void the_rate_limit_header_tells_the_remaining_requests() {
        var ada = api.newPerson();

        assertThat(ada.get(ME).header("RateLimit-Policy")).hasValue("\"user\";q=20;w=60");
        assertThat(ada.get(ME).header("RateLimit").orElseThrow()).matches("\"user\";r=18;t=([1-9]|[1-5]\\d|6[0-5])");
        assertThat(api.register("{}").header("RateLimit").orElseThrow()).startsWith("\"register\";r=3;");
        assertThat(api.logIn("a", "b").header("RateLimit").orElseThrow()).startsWith("\"login\";r=9;");
    }

    @Test
    void a_429_has_a_retry_after_header() {
        var refused = Burst.of(10, _ -> api.register("{}")).stream()
                .filter(answer -> answer.status() == 429)
                .toList();

        assertThat(refused).hasSize(5).allSatisfy(answer -> {
            answer.isProblem(429, "RATE_LIMITED");
            assertThat(answer.header("RateLimit").orElseThrow()).matches("\"register\";r=0;t=\\d+");
            assertThat(answer.header("Retry-After").map(Integer::valueOf).orElseThrow())
                    .isBetween(1, 65);
        });
    }

    @Test
    void forwarding_headers_do_not_change_the_counted_address() {
        for (var time = 0; time < 5; time++) {
            api.register("{}").is(400);
        }

        for (var header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP")) {
            var request = api.request("POST", "/api/v1/auth/register").header(header, "203.0.113.7");
            request.json("{}").send().isProblem(429, "RATE_LIMITED");
        }
    }

    @Test
    void refused_requests_are_not_counted_and_new_ones_are_admitted_after_the_window() {
        Burst.of(10, _ -> api.register("{}"));
        assertThat(AddressLimits.requests()).isEqualTo(5);

        AddressLimits.age(59);
        api.register("{}").isProblem(429, "RATE_LIMITED");

        AddressLimits.age(6);
        assertThat(admitted(Burst.of(10, _ -> api.register("{}")))).isEqualTo(5);
    }

    @Test
    void a_limit_of_0_admits_everything_and_counts_nothing() {
        assertThat(Api.shared().register("{}").is(400).header("RateLimit")).isEmpty();
        assertThat(AddressLimits.requests()).isZero();
    }

    @Test
    void an_unauthenticated_request_is_not_counted() {
        var ada = api.newPerson();
        Sql.run("delete from sessions where user_id = ?", ada.id());

        ada.get(ME).isProblem(401, "UNAUTHENTICATED");

        assertThat(Sql.number("select count(*) from rate_windows where subject = ?", ada.id()))
                .isZero();
    }

    private static long admitted(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() != 429).count();
    }
}
