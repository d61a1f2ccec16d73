package todo.fuzz.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Set;
import todo.database.DatabaseUrl;

/// `DATABASE_URL`.
final class DatabaseUrlFuzzTest {
    private static final Set<String> REFUSALS = Set.of(
            "must be postgres://user:password@host[:port]/database or jdbc:postgresql://…",
            "must have sslmode=verify-full, or no sslmode",
            "must not replace how certificates are verified");

    @FuzzTest
    void a_url_is_refused_without_quoting_it_or_verifies_the_certificate(byte[] input) {
        var text = new String(input, UTF_8);
        try {
            var url = DatabaseUrl.parseVerified(text);

            assertThat(url.jdbc()).startsWith("jdbc:postgresql://");
            assertThat(url.toString()).isEqualTo("DatabaseUrl");
            assertThat(url.properties()).containsEntry("sslmode", "verify-full");
            assertThat(url.properties().containsKey("sslrootcert")
                            || "org.postgresql.ssl.DefaultJavaSSLFactory"
                                    .equals(url.properties().get("sslfactory")))
                    .isTrue();
            assertThat(DatabaseUrl.parse(text).jdbc()).isEqualTo(url.jdbc());
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasNoCause().message().isIn(REFUSALS);
        }
    }
}
