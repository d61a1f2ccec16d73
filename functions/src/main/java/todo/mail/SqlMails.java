package todo.mail;

import todo.values.Choices;

/// The one insert into the outbox, as a common table expression. It belongs to the statement that causes the
/// message, so neither happens without the other.
public final class SqlMails {
    private SqlMails() {}

    /// Returns the common table expression `name`, which inserts a message.
    ///
    /// @param user SQL of the id of the user whom it concerns, or of null to send nothing
    /// @param recipient SQL of the address, or of null to send nothing
    /// @param rows a common table expression, or a `from` clause's items and conditions: one message per row
    public static String queued(String name, MailKind kind, String user, String recipient, String rows) {
        return """
                %s as (
                    insert into mails (id, kind, user_id, recipient)
                    select gen_random_uuid(), '%s', %s, %s from %s
                )""".formatted(name, Choices.spelled(kind), user, recipient, rows);
    }
}
