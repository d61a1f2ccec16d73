package todo.mail.delivery;

/// Where messages are sent to.
public sealed interface MailDestination permits SmtpServer, MailFolder {
    /// Tries once.
    Delivery deliver(Message message);

    /// Parses the URL of a mail server, or `file:` with the path of a folder.
    ///
    /// @throws IllegalArgumentException with a message that follows the setting's name and quotes nothing
    static MailDestination parse(String url) {
        return url.startsWith("file:")
                ? MailFolder.parse(url.substring("file:".length()))
                : SmtpServer.parse(url, false);
    }

    /// Parses the URL of a mail server. Nothing is sent to it without TLS.
    ///
    /// @throws IllegalArgumentException as [#parse]
    static MailDestination parseEncrypted(String url) {
        return SmtpServer.parse(url, true);
    }
}
