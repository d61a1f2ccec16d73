package todo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// `.ci/as-owner`, which gives a command the login of the database's owner.
@EnabledIf("pythonIsThere")
final class AsOwnerTest {
    static boolean pythonIsThere() {
        return Script.canRun("python3");
    }

    @Test
    void a_command_gets_a_login_that_verifies_the_servers_certificate() {
        var environment = environmentFor("postgres://owner:a%40b@ep-a.neon.tech/todo?sslmode=require");

        assertThat(environment.output().lines())
                .contains("PGUSER=owner", "PGPASSWORD=a@b", "PGSSLMODE=verify-full", "FLYWAY_PASSWORD=a@b")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("FLYWAY_URL=jdbc:postgresql://ep-a.neon.tech:5432/todo?sslmode=verify-full"))
                .noneSatisfy(line -> assertThat(line).startsWith("DIRECT_URL"));
    }

    @Test
    void java_uses_its_own_certificates_where_psql_uses_the_systems() {
        var environment = environmentFor("postgres://owner:a@ep-a.neon.tech/todo?sslrootcert=system");

        assertThat(environment.output().lines())
                .contains("PGSSLROOTCERT=system")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("FLYWAY_URL=")
                        .contains("sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory")
                        .doesNotContain("sslrootcert"));
    }

    @Test
    void a_pooled_url_is_refused_without_being_shown() {
        var refusal = environmentFor("postgres://owner:secret@ep-a-pooler.neon.tech/todo");

        assertThat(refusal.output()).contains("pooled URL").doesNotContain("secret");
        assertThat(refusal.exitStatus()).isOne();
    }

    private static Script environmentFor(String url) {
        return Script.run(Map.of("DIRECT_URL", url), "as-owner", "env");
    }
}
