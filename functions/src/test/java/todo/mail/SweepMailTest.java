package todo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.newEmail;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import todo.testing.AppRole;
import todo.testing.MailServer;
import todo.testing.OwnDatabase;

/// The sweep finds what a lost kick left behind.
final class SweepMailTest {
    private static final OwnDatabase DATABASE = OwnDatabase.create();
    private static final MailServer SERVER = MailServer.shared();

    private final Outbox outbox = Outbox.emptied(DATABASE);

    @Test
    void a_message_whose_kick_was_lost_is_sent() {
        var ada = newEmail();
        outbox.add(MailKind.VERIFICATION, ada);

        assertThat(sweep().run("test")).isTrue();

        assertThat(SERVER.messagesTo(ada)).hasSize(1);
        assertThat(outbox.size()).isZero();
    }

    @Test
    void expired_tokens_are_deleted() {
        outbox.add(MailKind.VERIFICATION, newEmail());
        outbox.add(MailKind.PASSWORD_RESET, newEmail());
        sweep().run("test");
        outbox.database()
                .run("update mail_tokens set expires_at = now() - interval '1 second' where kind = 'verification'");

        sweep().run("test");

        assertThat(outbox.database().texts("select kind from mail_tokens")).containsExactly("password_reset");
    }

    @Test
    void an_idle_sweep_is_two_statements() {
        var role = AppRole.create("counted_sweep", Map.of());
        var settings = new HashMap<>(SERVER.settings());
        settings.put("DATABASE_URL", outbox.database().url(role));
        var sweep = outbox.sweepMail(settings);
        sweep.run("first"); // connects
        var before = role.statements();

        sweep.run("second");

        assertThat(role.statements() - before).isEqualTo(2);
    }

    private SweepMail sweep() {
        return outbox.sweepMail(SERVER.settings());
    }
}
