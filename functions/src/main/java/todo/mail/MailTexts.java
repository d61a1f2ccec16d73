package todo.mail;

import java.util.List;
import java.util.regex.Pattern;
import todo.mail.delivery.MailText;

/// Writes the messages. Links carry their token in the fragment, which browsers don't send to servers, so it is
/// in no server's log.
///
/// @param appUrl the front end to which links lead
public record MailTexts(String appUrl) {
    /// What mail programs may turn into a link. Anyone can register somebody else's address with such a name.
    private static final Pattern LIKE_A_LINK = Pattern.compile("[/\\\\:@\\p{Cntrl}]|\\.\\S");

    MailText of(Mail mail, LinkToken token) {
        var greeting = LIKE_A_LINK.matcher(mail.name()).find() ? "Hello," : "Hello " + mail.name() + ",";
        return switch (mail.kind()) {
            case VERIFICATION ->
                new MailText(
                        "Verify your email address",
                        List.of(
                                greeting,
                                "please confirm that this email address is yours by opening this link:",
                                link("verify-email", token),
                                "The link is valid for 24 hours.",
                                "If you did not ask for this message, ignore it: without the link, nothing happens."));
            case PASSWORD_RESET ->
                new MailText(
                        "Reset your password",
                        List.of(
                                greeting,
                                "to choose a new password for your Todo account, open this link:",
                                link("reset-password", token),
                                "The link is valid for one hour and works once.",
                                "If you did not ask for this message, ignore it: your password stays as it is."));
            case PASSWORD_RESET_NOTICE ->
                new MailText(
                        "Your password was reset",
                        List.of(
                                greeting,
                                "the password of your Todo account was reset with a link that we sent to this address. "
                                        + "All devices were logged out.",
                                "If it was you, there is nothing to do.",
                                "If it was not you, somebody else can read your email. Change the password of your "
                                        + "mailbox first, then reset the password of your Todo account again."));
            case EMAIL_CHANGE_NOTICE ->
                new MailText(
                        "A new email address for your account",
                        List.of(
                                greeting,
                                "somebody who is logged in to your Todo account asked to replace this email address "
                                        + "by another one. It is replaced when the link that we sent to the new "
                                        + "address is opened.",
                                "If it was you, there is nothing to do.",
                                "If it was not you, log in and change your password now: somebody else knows it or "
                                        + "uses a device on which you are logged in."));
        };
    }

    private String link(String page, LinkToken token) {
        return appUrl + "/" + page + "#token=" + token.text();
    }
}
