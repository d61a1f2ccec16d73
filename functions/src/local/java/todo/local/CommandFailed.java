package todo.local;

/// A command failed for a reason that the user can fix. The message is for the user.
public final class CommandFailed extends RuntimeException {
    public CommandFailed(String reason) {
        super(reason, null, false, false);
    }
}
