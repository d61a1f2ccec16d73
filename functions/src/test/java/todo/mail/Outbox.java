package todo.mail;

import java.util.UUID;
import todo.testing.Sql;
import todo.values.Choices;

/// Inserts messages into the outbox, as the statements that cause them do.
final class Outbox {
    private Outbox() {}

    static UUID add(MailKind kind, UUID user, String recipient) {
        var id = UUID.randomUUID();
        Sql.run(
                "insert into mails (id, kind, user_id, recipient) values (?, ?, ?, ?)",
                id,
                Choices.spelled(kind),
                user,
                recipient);
        return id;
    }
}
