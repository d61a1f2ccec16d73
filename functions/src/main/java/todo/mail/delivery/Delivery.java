package todo.mail.delivery;

/// What became of an attempt to hand a message to the mail server. Reasons are reply codes or names of
/// exceptions, never texts of the server, which may quote the address.
public sealed interface Delivery {
    /// The server has accepted the message.
    record Accepted() implements Delivery {}

    /// The address does not exist, or mail can't be sent to it. A further attempt makes no sense.
    record Refused(String reason) implements Delivery {}

    /// The server did not accept the message now.
    record Deferred(String reason) implements Delivery {}

    /// The server can't be reached, or refuses to work for us. It would not accept other messages either.
    record Unreachable(String reason) implements Delivery {}
}
