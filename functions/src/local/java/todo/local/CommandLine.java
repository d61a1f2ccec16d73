package todo.local;

import java.util.concurrent.Callable;

/// Runs commands and prints their results.
public final class CommandLine {
    private CommandLine() {}

    /// Prints the command's result. After [CommandFailed], prints its message and exits with status 1. Other
    /// exceptions are bugs and propagate.
    public static void run(Callable<String> command) throws Exception {
        try {
            print(command.call());
        } catch (CommandFailed failure) {
            print(String.valueOf(failure.getMessage()));
            System.exit(1);
        }
    }

    /// Ends this process when its parent ends: Maven, for example, does not stop its child processes when it is
    /// terminated.
    public static void exitWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> Thread.startVirtualThread(() -> exitWith(parent)));
    }

    private static void exitWith(ProcessHandle parent) {
        parent.onExit().join();
        System.exit(0);
    }

    @SuppressWarnings("SystemOut") // output for the user
    static void print(String text) {
        System.out.println(text);
    }
}
