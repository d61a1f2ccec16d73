package todo.fuzz.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashMap;
import java.util.Map;
import todo.App;
import todo.Settings;
import todo.testing.Api;

/// The settings, one `NAME=value` per line, `SMTP_URL` and `OIDC_PROVIDERS` among them. `hunter2` is a secret.
final class SettingsFuzzTest {
    private static final String SECRET = "hunter2";
    private static final Map<String, String> REQUIRED = Map.of(
            "DATABASE_URL", "postgres://todo:todo@db.example.org/todo",
            "TOKEN_KEYS", "test:" + Api.TOKEN_KEY,
            "SMTP_URL", "smtp://mail.example.org",
            "MAIL_FROM", "todo@example.org",
            "APP_URL", "https://todo.example.org");

    @FuzzTest
    void an_invalid_setting_is_refused_by_name_and_its_value_is_not_quoted(byte[] input) {
        try {
            var settings = Settings.from(environment(input));
            var app = App.with(settings);
            settings.databaseUrl().value();
            settings.tokenKeys().value();
            app.mailSettings().isOn();
            app.mailSettings().queueUrl();
            app.mailSettings().destination().value();
            app.mailSettings().from();
            app.mailSettings().appUrl();
            app.providers();
            assertThat(settings.toString()).doesNotContain(SECRET);
        } catch (IllegalStateException refusal) {
            assertThat(refusal).message().matches("(?s)[A-Z_]+ .+").doesNotContain(SECRET);
        }
    }

    private static Map<String, String> environment(byte[] input) {
        var environment = new HashMap<>(REQUIRED);
        for (var line : new String(input, UTF_8).split("\n", 20)) {
            var parts = line.split("=", 2);
            if (parts.length == 2 && !parts[0].endsWith("_ARN")) { // those are read from AWS
                environment.put(parts[0], parts[1]);
            }
        }
        return environment;
    }
}
