package todo.recovery;

import todo.mail.MailKind;
import todo.values.Choices;

/// Tokens of links in mails.
final class SqlLinks {
    private SqlLinks() {}

    /// Returns the conditions under which the row of `mail_tokens` with `:hash` is valid: known, not expired,
    /// and no later message of its kind to the same address.
    static String valid(MailKind kind) {
        return """
                mail_tokens.hash = :hash and mail_tokens.kind = '%s' and mail_tokens.expires_at > now()
                and not exists (
                    select from mail_tokens as later
                    where later.user_id = mail_tokens.user_id and later.kind = mail_tokens.kind
                      and later.email = mail_tokens.email and later.requested_at > mail_tokens.requested_at)
                and not exists (
                    select from mails as later
                    where later.user_id = mail_tokens.user_id and later.kind = mail_tokens.kind
                      and later.recipient = mail_tokens.email and later.created_at > mail_tokens.requested_at)""".formatted(Choices.spelled(kind));
    }
}
