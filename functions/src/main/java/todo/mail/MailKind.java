package todo.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The messages that the API sends.
public enum MailKind {
    /// Asks the owner of an email to verify it.
    VERIFICATION(Duration.ofHours(24)),
    /// Has a link to reset the password.
    PASSWORD_RESET(Duration.ofHours(1)),
    /// Tells that the password was reset.
    PASSWORD_RESET_NOTICE(null),
    /// Tells the old address that another email was requested.
    EMAIL_CHANGE_NOTICE(null);

    private final @Nullable Duration linkLife;

    MailKind(@Nullable Duration linkLife) {
        this.linkLife = linkLife;
    }

    /// How long the message's link is valid, from its sending, or null if it has none.
    @Nullable
    Duration linkLife() {
        return linkLife;
    }
}
