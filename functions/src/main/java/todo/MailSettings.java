package todo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;
import todo.mail.delivery.MailDestination;
import todo.mail.delivery.Mailbox;
import todo.secrets.Secret;

/// The mail settings. In AWS, functions that queue messages know only the queue, and functions that send them
/// know only the mail server.
public record MailSettings(Settings settings) {
    private static final String QUEUE = "MAIL_QUEUE_URL";
    private static final String SERVER = "SMTP_URL";
    private static final String SERVER_SECRET = "SMTP_SECRET_ARN";

    /// Whether this API can send mail.
    ///
    /// @throws IllegalStateException if it can't but must
    public boolean isOn() {
        var on = Stream.of(QUEUE, SERVER, SERVER_SECRET)
                .anyMatch(name -> variables().text(name).isPresent());
        if (!on && settings.requiresVerifiedEmail()) {
            throw new IllegalStateException("REQUIRE_VERIFIED_EMAIL must be false, or SMTP_URL must be set");
        }
        return on;
    }

    /// Returns the URL of the queue that starts the sending, or nothing if this process sends messages itself.
    ///
    /// @throws IllegalStateException if it is invalid
    public Optional<URI> queueUrl() {
        return variables().text(QUEUE).map(text -> variables().read(QUEUE, text, MailSettings::webAddress));
    }

    /// Returns the mail server. It must offer TLS, except in the stage `local`, where a folder can replace it.
    ///
    /// @throws IllegalStateException if it is missing or invalid
    public Secret<MailDestination> destination() {
        return settings.secret(
                SERVER, SERVER_SECRET, settings.isLocal() ? MailDestination::parse : MailDestination::parseEncrypted);
    }

    /// Returns the sender of messages.
    ///
    /// @throws IllegalStateException if it is missing or invalid
    public Mailbox from() {
        return variables().required("MAIL_FROM", Mailbox::parse);
    }

    /// Returns where links lead, without a slash at the end.
    ///
    /// @throws IllegalStateException if it is missing or invalid
    public String appUrl() {
        return variables()
                .required("APP_URL", MailSettings::webAddress)
                .toString()
                .replaceFirst("/+$", "");
    }

    public String stage() {
        return settings.stage();
    }

    private Variables variables() {
        return settings.variables();
    }

    private static URI webAddress(String text) {
        try {
            var url = new URI(text);
            if (String.valueOf(url.getScheme()).matches("https?")
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return url;
            }
        } catch (URISyntaxException _) {
            // reported below
        }
        throw new IllegalArgumentException(
                "must be a URL such as https://todo.example.org/app, without query and fragment");
    }

    @Override
    public String toString() {
        return "MailSettings";
    }
}
