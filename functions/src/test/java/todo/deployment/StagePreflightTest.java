package todo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.postgresql.ds.PGSimpleDataSource;
import todo.testing.Api;
import todo.testing.MailServer;

/// `.ci/preflight`, which stops a deployment that could not work.
@EnabledIf("toolsAreThere")
final class StagePreflightTest {
    private static final String RANDOM_KEY = "dG9kby10ZXN0LWtleS0wMTIzNDU2Nzg5YWJjZGVmZ2hpams";
    private static final Map<String, String> READY =
            Map.of("PARAMETERS", "AllowedOrigin=https://app.todo.dev\nAlarmEmail=ops@todo.dev");

    @AutoClose
    private final Aws aws = Aws.start();

    StagePreflightTest() {
        aws.secret("todo/production/token-keys", "{\"2030-01\": \"%s\"}".formatted(RANDOM_KEY));
        aws.secret("todo/production/database", Api.database().url());
        aws.secret("todo/production/owner", ownersUrl());
    }

    static boolean toolsAreThere() {
        return Script.canRun("python3") && Script.canRun("aws") && Script.canRun("psql");
    }

    @Test
    void a_stage_that_is_ready_passes() {
        var preflight = preflight(READY);

        assertThat(preflight.output())
                .doesNotContain("WRONG")
                .contains(
                        "ok       token keys: 1 with at least 32 random bytes, 2030-01 signs",
                        "ok       two-factor keys: not required",
                        "ok       identity providers: not required",
                        "ok       login of the functions: can log in",
                        "ok       login of the owner: PostgreSQL 18 can be migrated",
                        "SKIPPED  approval");
        assertThat(preflight.exitStatus()).isZero();
    }

    @Test
    void a_stage_without_secrets_quota_origin_and_address_for_alarms_fails() {
        try (var empty = Aws.start()) {
            empty.quota(10);

            assertThat(preflight(Map.of("PARAMETERS", "AllowedOrigin=https://app.example.com\nAlarmEmail="), empty))
                    .satisfies(wrong("token keys: ", "the secret todo/production/token-keys can't be read, create it"))
                    .satisfies(wrong("URL of the owner: ", "the secret todo/production/owner can't be read"))
                    .satisfies(wrong("origins: ", "https://app.example.com"))
                    .satisfies(wrong("alarms: ", "nobody is notified"))
                    .satisfies(wrong("Lambda concurrency: ", "request an increase"));
        }
    }

    @Test
    void a_stage_with_two_factor_needs_its_keys() {
        var chosen = Map.of("PARAMETERS", READY.get("PARAMETERS") + "\nTwoFactor=true");

        assertThat(preflight(chosen))
                .satisfies(wrong("two-factor keys: ", "the secret todo/production/totp-keys can't be read, create it"));

        aws.secret("todo/production/totp-keys", "a:" + RANDOM_KEY);
        assertThat(preflight(chosen).output())
                .contains("ok       two-factor keys: 1 with at least 32 random bytes, a encrypts")
                .doesNotContain("WRONG");
    }

    @Test
    void a_stage_with_redirects_needs_usable_identity_providers() {
        var chosen =
                Map.of("PARAMETERS", READY.get("PARAMETERS") + "\nAllowedRedirects=https://app.todo.dev/signed-in");

        assertThat(preflight(chosen))
                .satisfies(wrong("identity providers: ", "the secret todo/production/oidc can't be read, create it"));
        aws.secret("todo/production/oidc", "[]");
        assertThat(preflight(chosen))
                .satisfies(wrong("identity providers: ", "must be a JSON object of providers by name"));
        aws.secret(
                "todo/production/oidc", "{\"google\": {\"issuer\": \"http://a.example\", \"client_id\": \"hunter2\"}}");
        assertThat(preflight(chosen))
                .satisfies(wrong("identity providers: ", "an https:// issuer for each provider"))
                .satisfies(it -> assertThat(it.output()).doesNotContain("hunter2"));

        aws.secret("todo/production/oidc", """
                {"google": {"issuer": "https://accounts.google.com", "client_id": "a", "client_secret": "b"},
                 "github": {"type": "github", "client_id": "a", "client_secret": "b"}}""");
        assertThat(preflight(chosen).output())
                .contains("ok       identity providers: google, github")
                .doesNotContain("WRONG");
    }

    @Test
    void origins_and_redirects_too_long_for_a_versions_description_fail() {
        var redirects = "https://app.todo.dev/" + "a".repeat(150);
        var chosen = Map.of("PARAMETERS", READY.get("PARAMETERS") + "\nAllowedRedirects=" + redirects);

        assertThat(preflight(chosen)).satisfies(wrong("origins: ", "together at most 170 characters"));
    }

    @Test
    void redirects_without_https_fail() {
        var chosen = Map.of("PARAMETERS", READY.get("PARAMETERS") + "\nAllowedRedirects=http://app.todo.dev/signed-in");

        assertThat(preflight(chosen))
                .satisfies(wrong("identity providers: ", "AllowedRedirects must be https:// URLs without fragment"));
    }

    @Test
    void a_stage_with_mail_needs_a_mail_server_that_accepts_its_log_in() {
        var chosen = new HashMap<>(READY);
        chosen.merge("PARAMETERS", "MailFrom=Todo <todo@todo.dev>", (all, one) -> all + "\n" + one);
        chosen.put("SSL_CERT_FILE", MailServer.shared().certificate().toString());
        var server = MailServer.shared().operatorsUrl();

        assertThat(preflight(chosen)).satisfies(wrong("mail: ", "the secret todo/production/smtp can't be read"));
        aws.secret("todo/production/smtp", "smtp.todo.dev");
        assertThat(preflight(chosen)).satisfies(wrong("mail: ", "must be smtps://user:password@host:port"));
        aws.secret("todo/production/smtp", server.replace("localhost", "127.0.0.1"));
        assertThat(preflight(chosen)).satisfies(wrong("mail: ", "SSLCertVerificationError"));
        aws.secret("todo/production/smtp", server.replaceFirst(":[^:@/]+@", ":mistyped@"));
        assertThat(preflight(chosen))
                .satisfies(wrong("mail: ", "SMTPAuthenticationError"))
                .satisfies(it -> assertThat(it.output()).doesNotContain("mistyped"));
        aws.secret("todo/production/smtp", server);
        assertThat(preflight(chosen).output())
                .contains("ok       mail: Todo <todo@todo.dev> by localhost, links lead to https://app.todo.dev")
                .doesNotContain("WRONG");
    }

    @Test
    void a_stage_without_mail_can_require_no_verified_email() {
        var chosen = Map.of("PARAMETERS", READY.get("PARAMETERS") + "\nRequireVerifiedEmail=true");

        assertThat(preflight(chosen)).satisfies(wrong("mail: ", "requires MailFrom"));
        assertThat(preflight(READY).output()).contains("ok       mail: not required");
    }

    @Test
    void logins_with_the_wrong_rights_fail() {
        aws.secret("todo/production/database", ownersUrl());
        aws.secret("todo/production/owner", Api.database().url());

        assertThat(preflight(READY))
                .satisfies(wrong("login of the functions: ", "functions must log in as todo_app"))
                .satisfies(wrong("login of the owner: ", "may not create tables"));
    }

    @Test
    void short_keys_weak_tls_and_a_pooled_url_of_the_owner_fail() {
        aws.secret("todo/production/token-keys", "a:c2hvcnQ");
        aws.secret("todo/production/database", Api.database().url() + "?sslmode=prefer");
        aws.secret("todo/production/owner", "postgres://owner:secret@ep-a-pooler.invalid/todo");

        assertThat(preflight(READY))
                .satisfies(wrong("token keys: ", "fewer than 32 bytes"))
                .satisfies(wrong("URL of the functions: ", "remove sslmode"))
                .satisfies(wrong("URL of the owner: ", "use Neon's direct URL"));
    }

    @Test
    void urls_in_jdbcs_form_are_accepted() {
        var owner = (PGSimpleDataSource) Api.database().owner();
        aws.secret(
                "todo/production/owner",
                "jdbc:postgresql://localhost:%d/postgres?user=postgres&password=%s"
                        .formatted(Api.database().port(), owner.getPassword()));

        assertThat(preflight(READY).output())
                .contains("ok       URL of the owner: postgres at localhost", "ok       login of the owner: ");
    }

    @Test
    void a_url_that_replaces_the_verification_of_the_certificate_fails() {
        aws.secret(
                "todo/production/database",
                Api.database().url() + "?sslfactory=org.postgresql.ssl.NonValidatingFactory");

        assertThat(preflight(READY)).satisfies(wrong("URL of the functions: ", "remove sslfactory"));
    }

    @Test
    void regular_keys_and_a_wrong_password_fail_and_the_password_is_not_shown() {
        aws.secret("todo/production/token-keys", "{\"a\": \"%s\"}".formatted("A".repeat(43)));
        aws.secret("todo/production/database", Api.database().url().replaceFirst(":[^:@/]+@", ":mistyped@"));

        var preflight = preflight(READY);

        assertThat(preflight)
                .satisfies(wrong("token keys: ", "too regular"))
                .satisfies(wrong("login of the functions: ", "password authentication failed"));
        assertThat(preflight.output()).doesNotContain("mistyped");
    }

    private static Consumer<Script> wrong(String check, String problem) {
        return preflight -> {
            assertThat(preflight.output().lines())
                    .anySatisfy(line ->
                            assertThat(line).startsWith("WRONG    " + check).contains(problem));
            assertThat(preflight.exitStatus()).isOne();
        };
    }

    private Script preflight(Map<String, String> variables) {
        return preflight(variables, aws);
    }

    private static Script preflight(Map<String, String> variables, Aws aws) {
        var environment = new HashMap<>(aws.environment());
        environment.putAll(variables);
        return Script.run(environment, "preflight", "production");
    }

    private static String ownersUrl() {
        var owner = (PGSimpleDataSource) Api.database().owner();
        return "postgres://postgres:%s@localhost:%d/postgres"
                .formatted(owner.getPassword(), Api.database().port());
    }
}
