package todo.mail;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import todo.database.Columns;
import todo.database.Database;
import todo.values.Choices;

/// The outbox, as those who send its messages see it.
public final class SqlOutbox {
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);

    /// Claims one message: nobody else takes it before its next try is due. Never waits for a lock. It locks
    /// the user before the new token refers to it, because a deletion of the account locks user and messages in
    /// this order.
    private static final String CLAIM = """
            with unaddressed as (
                delete from mails where id in (
                    select id from mails
                    where due_at <= now()
                      and (recipient is null or not exists (select from users where users.id = mails.user_id))
                    order by due_at limit 100 for update skip locked)
            ), due as materialized (
                select mails.id, mails.kind, mails.user_id, mails.recipient, mails.attempts, mails.created_at, users.name,
                       mails.created_at < now() - interval '%s' as given_up
                from mails join users on users.id = mails.user_id
                where mails.due_at <= now() and mails.recipient is not null
                order by mails.due_at limit 1
                for key share of users skip locked for update of mails skip locked
            ), given_up as (
                delete from mails using due where mails.id = due.id and due.given_up
            ), claimed as (
                update mails set attempts = mails.attempts + 1,
                    due_at = now() + least(interval '1 minute' * power(2, mails.attempts), interval '1 hour')
                from due where mails.id = due.id and not due.given_up
            ), token as (
                insert into mail_tokens (hash, user_id, kind, email, requested_at, expires_at)
                select :hash, user_id, kind, recipient, created_at, now() + life
                from due join (values %s) as links (linked, life) on linked = kind
                where not given_up
            )
            select id, kind, recipient, name, attempts + case when given_up then 0 else 1 end, given_up from due""".formatted(GIVEN_UP_AFTER, links());

    private static final String REMOVE = "delete from mails where id = :id returning id";

    private static final String FORGET_TOKENS = """
            with expired as (
                delete from mail_tokens where hash in (
                    select hash from mail_tokens where expires_at < now() order by expires_at limit 1000
                    for update skip locked)
                returning hash
            )
            select count(*) from expired""";

    private final Database database;

    public SqlOutbox(Database database) {
        this.database = database;
    }

    /// Claims a message that is due, if there is one.
    ///
    /// @param tokenHash the hash of the token in the message's link. It is stored if the message has one.
    Optional<Mail> claim(byte[] tokenHash) {
        return database.once(
                CLAIM,
                query ->
                        query.bind("hash", tokenHash).map((row, _) -> mail(row)).findOne());
    }

    /// Removes a message that was sent or can't be.
    void remove(UUID mail) {
        database.repeatable(
                REMOVE, query -> query.bind("id", mail).mapTo(UUID.class).findOne());
    }

    /// Deletes expired tokens.
    void forgetExpiredTokens() {
        database.repeatable(FORGET_TOKENS, query -> query.mapTo(Long.class).one());
    }

    private static Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                row.getObject(1, UUID.class),
                Columns.choice(MailKind.class, row, 2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6));
    }

    private static String links() {
        return Arrays.stream(MailKind.values())
                .filter(kind -> kind.linkLife() != null)
                .map(kind -> "('%s', interval '%s')".formatted(Choices.spelled(kind), kind.linkLife()))
                .collect(joining(", "));
    }
}
