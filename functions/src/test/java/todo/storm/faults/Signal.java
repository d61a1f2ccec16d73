package todo.storm.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import todo.testing.Command;

/// The signals that Java can't send.
enum Signal {
    STOP,
    CONT,
    QUIT;

    void sendTo(ProcessHandle process) {
        var command = List.of("kill", "-" + name(), String.valueOf(process.pid()));
        Command.start(Path.of("."), Map.of(), command).exitStatus(); // not 0 if the process has ended
    }
}
