package todo.local;

/// Why a command can't be done, in words for the person who started it.
public final class CommandFailed extends RuntimeException {
    public CommandFailed(String reason) {
        super(reason, null, false, false);
    }
}
