package todo.recovery;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import todo.database.AddressLimits;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Links;
import todo.testing.Person;
import todo.testing.Sql;

/// The limits per network and per account of mails and links.
@ResourceLock(AddressLimits.RESOURCE)
final class RecoveryLimitsTest {
    private final Person ada = AccountClient.ofNewUser().person().at(Api.complete());

    @BeforeEach
    @AfterEach
    void reset_address_limits() {
        AddressLimits.reset();
    }

    @Test
    void of_40_guesses_of_a_link_at_once_ten_are_tried() {
        try (var api = limited("RATE_LIMIT_LOGIN")) {
            var answers = Burst.of(
                    40,
                    number -> api.post(
                            number % 2 == 0 ? Links.RESET : Links.VERIFY,
                            number % 2 == 0
                                    ? Links.resetForm("guess-" + number, AccountClient.NEW_PASSWORD)
                                    : Links.tokenForm("guess-" + number)));

            assertThat(outcomes(answers)).isEqualTo(Map.of("400 INVALID_TOKEN", 10L, "429 RATE_LIMITED", 30L));
        }
    }

    @Test
    void of_40_forgotten_passwords_at_once_from_one_network_ten_are_accepted() {
        try (var api = limited("RATE_LIMIT_FORGOT")) {
            var answers = Burst.of(40, _ -> api.post(Links.FORGOT, email(Api.newEmail())));

            assertThat(outcomes(answers)).isEqualTo(Map.of("202", 10L, "429 RATE_LIMITED", 30L));
            assertThat(answers.getLast().header("RateLimit-Policy")).hasValue("\"forgot\";q=10;w=3600");
        }
    }

    @Test
    void an_account_gets_three_mails_an_hour_in_any_spelling_and_all_requests_the_same_answer() {
        var upper = ada.email().toUpperCase(Locale.ROOT);

        var answers = IntStream.range(0, 6)
                .mapToObj(number -> Api.complete()
                        .post(Links.FORGOT, email(number % 2 == 0 ? ada.email() : upper))
                        .is(202))
                .toList();

        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(Sql.number(
                        "select count(*) from audit_events where user_id = ? and event = 'password_reset_requested'",
                        ada.id()))
                .isEqualTo(3);
    }

    @Test
    void a_user_can_ask_for_three_verifications_an_hour() {
        IntStream.range(0, 3).forEach(_ -> send().is(202));

        send().isProblem(429, "RATE_LIMITED");
    }

    private Answer send() {
        return ada.request("POST", Links.SEND).send();
    }

    private static Api limited(String limit) {
        return Api.complete(Map.of(limit, "10"));
    }

    private static Map<String, Long> outcomes(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::outcome, counting()));
    }

    private static String email(String email) {
        return "{\"email\": \"%s\"}".formatted(email);
    }
}
