package todo.storm.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import todo.testing.Api;
import todo.testing.Command;

/// The API in a process of its own, which can be frozen as Lambda freezes a function.
final class GatewayJvm implements AutoCloseable {
    private static final String READY = "Ready at ";

    private final Command command;
    private final Api api;

    private GatewayJvm(Command command, Api api) {
        this.command = command;
        this.api = api;
    }

    static GatewayJvm start(Map<String, String> environment) {
        var command = Command.start(Path.of("."), environment, "todo.bench.GatewayProcess");
        var url = URI.create(command.awaitLine(READY).substring(READY.length()));
        Thread.startVirtualThread(() -> discard(command.lines()));
        return new GatewayJvm(command, Api.at(url));
    }

    /// A full pipe would block the process.
    private static void discard(BufferedReader log) {
        try {
            log.transferTo(Writer.nullWriter());
        } catch (IOException _) {
            // it has ended
        }
    }

    Api api() {
        return api;
    }

    void freeze() {
        Signal.STOP.sendTo(command.process().toHandle());
    }

    void thaw() {
        Signal.CONT.sendTo(command.process().toHandle());
    }

    /// Kills the process, because a frozen one handles no other signal.
    @Override
    public void close() {
        command.process().destroyForcibly().onExit().join();
    }
}
