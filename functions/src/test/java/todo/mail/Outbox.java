package todo.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import todo.App;
import todo.Settings;
import todo.testing.Api;
import todo.testing.OwnDatabase;
import todo.values.Choices;

/// An outbox in a database of a test class's own, so that no other test's sender empties it.
record Outbox(OwnDatabase database) {
    /// Returns the outbox after deleting what earlier tests left in it.
    static Outbox emptied(OwnDatabase database) {
        database.run("delete from mails");
        database.run("delete from users");
        return new Outbox(database);
    }

    /// Adds a message to a new user with this email, as the statement that causes it does.
    UUID add(MailKind kind, String recipient) {
        return add(kind, recipient, "Ada Lovelace");
    }

    UUID add(MailKind kind, String recipient, String name) {
        var user = UUID.randomUUID();
        var mail = UUID.randomUUID();
        database.run("insert into users (id, email, name) values (?, ?, ?)", user, recipient, name);
        database.run(
                "insert into mails (id, kind, user_id, recipient) values (?, ?, ?, ?)",
                mail,
                Choices.spelled(kind),
                user,
                recipient);
        return mail;
    }

    /// Makes all messages due.
    void makeDue() {
        database.run("update mails set due_at = now()");
    }

    /// Counts the messages that are not yet sent.
    long size() {
        return database.number("select count(*) from mails");
    }

    /// Returns the graph of functions with these settings and this outbox.
    App app(Map<String, String> settings) {
        var all = new HashMap<>(Map.of("DATABASE_URL", database.url()));
        all.putAll(settings);
        return App.with(Settings.from(Api.environment(all)));
    }

    SendMail sendMail(Map<String, String> settings) {
        var app = app(settings);
        return new SendMail(app.mailSender(), app.mailSettings());
    }

    /// Returns the function with another database URL for this outbox.
    SendMail sendMail(Map<String, String> settings, String databaseUrl) {
        var all = new HashMap<>(settings);
        all.put("DATABASE_URL", databaseUrl);
        return sendMail(all);
    }

    SweepMail sweepMail(Map<String, String> settings) {
        var app = app(settings);
        return new SweepMail(app.mailSender(), app.mailSettings());
    }

    /// Sends what is due.
    ///
    /// @return whether the run succeeded
    boolean send(Map<String, String> settings) {
        return sendMail(settings).run("test");
    }
}
