package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.App;
import todo.Settings;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.TlsCertificate;

/// TLS to the database in a stage other than `local`.
final class TlsTest {
    private static TlsCertificate certificate;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        certificate = TlsCertificate.create();
        server = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.certificate().toString())
                .setServerConfig("ssl_key_file", certificate.key().toString())
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void a_trusted_certificate_for_the_host_is_accepted() {
        readiness(url("localhost", "sslrootcert=" + certificate.certificate())).is(200);
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_rejected() {
        readiness(url("localhost", "")).isProblem(503, "DATABASE_UNAVAILABLE");
    }

    @Test
    void sslmode_require_verifies_the_certificate_as_well() {
        readiness(url("localhost", "sslmode=require")).isProblem(503, "DATABASE_UNAVAILABLE");
    }

    @Test
    void a_certificate_for_another_host_is_rejected() {
        readiness(url("127.0.0.1", "sslrootcert=" + certificate.certificate())).isProblem(503, "DATABASE_UNAVAILABLE");
    }

    @Test
    void a_server_without_tls_is_rejected() {
        readiness(Api.database().url()).isProblem(503, "DATABASE_UNAVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "allow", "prefer", "verify-ca"})
    void a_url_that_asks_for_less_stops_the_start(String mode) {
        var app = App.with(settings("production", url("localhost", "sslmode=" + mode)));

        assertThatThrownBy(app::probe)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("DATABASE_URL must have sslmode=verify-full, or no sslmode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "sslhostnameverifier=org.example.Any",
                "sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory"
            })
    void a_url_that_replaces_the_verification_stops_the_start(String parameters) {
        var app = App.with(settings("production", url("localhost", parameters)));

        assertThatThrownBy(app::probe).hasMessage("DATABASE_URL must not replace how certificates are verified");
    }

    @Test
    void sslrootcert_system_means_the_certificates_of_the_runtime() {
        var properties = DatabaseUrl.parseVerified(url("localhost", "sslrootcert=system"))
                .properties();

        assertThat(properties)
                .doesNotContainKey("sslrootcert")
                .containsEntry("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }

    @Test
    void neon_gets_channel_binding_and_direct_negotiation() {
        var url = DatabaseUrl.parseVerified("postgres://ada:secret@ep-1-pooler.eu-central-1.aws.neon.tech/todo");

        assertThat(url.properties())
                .containsEntry("sslmode", "verify-full")
                .containsEntry("channelBinding", "require")
                .containsEntry("sslNegotiation", "direct");
    }

    @Test
    void neons_own_spelling_of_parameters_is_understood() {
        var url = DatabaseUrl.parseVerified("postgres://ada:secret@ep-1.eu-central-1.aws.neon.tech/todo"
                + "?sslmode=require&channel_binding=disable&sslnegotiation=postgres");

        assertThat(url.properties())
                .containsEntry("sslmode", "verify-full")
                .containsEntry("channelBinding", "disable")
                .containsEntry("sslNegotiation", "postgres");
    }

    private static Answer readiness(String url) {
        try (var api = Api.with(Map.of("STAGE", "production", "DATABASE_URL", url))) {
            return api.get("/health/db");
        }
    }

    private static Settings settings(String stage, String url) {
        return Settings.from(Api.environment(Map.of("STAGE", stage, "DATABASE_URL", url)));
    }

    private static String url(String host, String parameters) {
        return "postgres://postgres:postgres@%s:%d/postgres?%s".formatted(host, server.getPort(), parameters);
    }
}
