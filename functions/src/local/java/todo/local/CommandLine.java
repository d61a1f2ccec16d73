package todo.local;

import java.util.concurrent.Callable;

/// How commands answer the person who started them.
public final class CommandLine {
    private CommandLine() {}

    /// Prints what the command returns. One that failed ends the process with status 1; a bug keeps its stack
    /// trace.
    public static void run(Callable<String> command) throws Exception {
        try {
            say(command.call());
        } catch (CommandFailed failure) {
            say(String.valueOf(failure.getMessage()));
            System.exit(1);
        }
    }

    @SuppressWarnings("SystemOut") // it speaks to the person who started it
    static void say(String text) {
        System.out.println(text);
    }
}
