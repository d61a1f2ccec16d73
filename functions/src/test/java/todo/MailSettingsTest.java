package todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import todo.mail.MailQueue;
import todo.testing.Api;

final class MailSettingsTest {
    private static final Map<String, String> VALID = Map.of(
            "SMTP_URL", "smtps://todo:hunter2@smtp.example.org",
            "MAIL_FROM", "todo@example.org",
            "APP_URL", "https://todo.example.org");
    private static final String SERVER = "must be smtps://user:password@host:port or smtp://…";
    private static final String ADDRESS = "must be an address such as Todo <todo@example.org>";
    private static final String WEB = "must be a URL such as https://todo.example.org/app, without query and fragment";

    @Test
    void without_settings_mail_is_off() {
        assertThat(queue(Map.of()).isOn()).isFalse();
        assertThatCode(() -> queue(Map.of()).kick()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"SMTP_URL, file:target/mail", "MAIL_QUEUE_URL, https://sqs.eu-central-1.amazonaws.com/1/mail"})
    void a_mail_server_or_a_queue_switches_mail_on(String name, String value) {
        assertThat(queue(with(name, value)).isOn()).isTrue();
    }

    @Test
    void a_function_that_only_causes_messages_needs_no_more_than_the_queue() {
        var queue = queue(Map.of("MAIL_QUEUE_URL", "https://sqs.eu-central-1.amazonaws.com/1/mail"));

        assertThat(queue.isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp://localhost:1025",
                "smtp://localhost",
                "smtps://todo:p%40ss%3Aw%2Frd@smtp.example.org:465/",
                "smtp://todo:@[::1]:25",
                "file:.todo/mail",
                "file:/tmp/mail"
            })
    void valid_mail_servers(String url) {
        assertThat(queue(with("SMTP_URL", url)).isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"todo@example.org", "Todo <todo@example.org>", "Tödo & Co. <todo@bücher.example>"})
    void valid_senders(String from) {
        assertThat(queue(with("MAIL_FROM", from)).isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://todo.example.org/", "http://localhost:3000", "https://example.org/a/b"})
    void valid_urls_of_the_front_end(String url) {
        assertThat(queue(with("APP_URL", url)).isOn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SMTP_URL  | smtp.hunter2.org                  | SERVER
            SMTP_URL  | https://smtp.hunter2.org          | SERVER
            SMTP_URL  | smtps://ada@hunter2.org           | SERVER
            SMTP_URL  | smtps://ada:hunter2@:465          | SERVER
            SMTP_URL  | smtps://ada:hun:ter2@host         | SERVER
            SMTP_URL  | smtps://ada:hunter2@host:99999999 | SERVER
            SMTP_URL  | smtps://ada:hunter2@host:70000    | SERVER
            SMTP_URL  | smtps://ada:hunter2%zz@host       | SERVER
            SMTP_URL  | smtps://ada:hunter2@host/?a=b     | SERVER
            SMTP_URL  | smtps://ada:hunter2@ho st         | SERVER
            MAIL_FROM | hunter2                           | ADDRESS
            MAIL_FROM | Todo hunter2@example.org          | ADDRESS
            MAIL_FROM | <hunter2@example.org> Todo        | ADDRESS
            MAIL_FROM | a@hunter2.org, b@hunter2.org      | ADDRESS
            MAIL_FROM | "To\"do" <hunter2@example.org>    | ADDRESS
            APP_URL   | hunter2.example.org               | WEB
            APP_URL   | ftp://hunter2.example.org         | WEB
            APP_URL   | https:///hunter2                  | WEB
            APP_URL   | https://example.org?hunter2       | WEB
            APP_URL   | https://example.org/#hunter2      | WEB
            APP_URL   | https://ada:hunter2@example.org   | WEB
            MAIL_QUEUE_URL | todo-hunter2-mail            | WEB
            """)
    void an_invalid_setting_stops_the_start_and_is_not_quoted(String name, String value, String message) {
        var expected = Map.of("SERVER", SERVER, "ADDRESS", ADDRESS, "WEB", WEB).get(message);

        assertThatIllegalStateException()
                .isThrownBy(() -> queue(with(name, value)))
                .withMessageStartingWith(name + " " + expected)
                .withMessageNotContaining("hunter2")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL_FROM", "APP_URL"})
    void with_a_mail_server_the_other_settings_are_required(String name) {
        assertThatIllegalStateException()
                .isThrownBy(() -> queue(with(name, " ")))
                .withMessage(name + " must be set");
    }

    @Test
    void in_aws_messages_do_not_become_files() {
        var settings = new HashMap<>(with("SMTP_URL", "file:target/mail"));
        settings.put("STAGE", "production");
        var mail = new MailSettings(Settings.from(settings));

        assertThatIllegalStateException()
                .isThrownBy(mail::destination)
                .withMessage("SMTP_URL " + SERVER + ", with user and password percent-encoded");
    }

    @Test
    void a_verified_email_can_be_required_only_with_mail() {
        var required = Map.of("REQUIRE_VERIFIED_EMAIL", "true");

        assertThatIllegalStateException()
                .isThrownBy(() -> queue(required))
                .withMessage("REQUIRE_VERIFIED_EMAIL must be false, or SMTP_URL must be set");
        assertThat(queue(with("REQUIRE_VERIFIED_EMAIL", "true")).isOn()).isTrue();
    }

    @Test
    void no_settings_object_prints_a_secret() {
        var mail = new MailSettings(Settings.from(VALID));

        assertThat(mail + " " + mail.destination() + " " + mail.destination().value())
                .doesNotContain("hunter2");
    }

    private static Map<String, String> with(String name, String value) {
        var settings = new HashMap<>(VALID);
        settings.put(name, value);
        return settings;
    }

    private static MailQueue queue(Map<String, String> settings) {
        return App.with(Settings.from(Api.environment(settings))).mailQueue();
    }
}
