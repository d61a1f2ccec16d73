package todo.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import todo.testing.Api;
import todo.testing.IdentityProvider;
import todo.testing.TlsCertificate;

/// An identity provider whose certificate no authority has signed.
final class ProviderCertificateTest {
    private final TlsCertificate certificate = TlsCertificate.create();
    private final HttpsServer provider =
            HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger requests = new AtomicInteger();
    private final String issuer = "https://localhost:" + provider.getAddress().getPort();

    ProviderCertificateTest() throws IOException, GeneralSecurityException, InterruptedException {}

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        provider.setHttpsConfigurator(new HttpsConfigurator(certificate.proving()));
        provider.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void it_gets_no_request_and_nobody_signs_in() throws IOException, GeneralSecurityException, InterruptedException {
        var registration =
                "{\"other\": {\"issuer\": \"" + issuer + "\", \"client_id\": \"a\", \"client_secret\": \"b\"}}";
        var form = new IdentityProvider().signIn(Api.newEmail()).json();
        try (var api =
                Api.with(Map.of("OIDC_PROVIDERS", registration, "ALLOWED_REDIRECTS", IdentityProvider.REDIRECT_URI))) {
            api.post("/api/v1/auth/providers/other", form).isProblem(503, "PROVIDER_UNAVAILABLE");
        }
        assertThat(requests).hasValue(0);
        assertThat(statusForClientThatTrustsIt()).isEqualTo(200);
        assertThat(requests).hasValue(1);
    }

    private int statusForClientThatTrustsIt() throws IOException, GeneralSecurityException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().sslContext(certificate.trusting()).build()) {
            return client.send(HttpRequest.newBuilder(URI.create(issuer)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
