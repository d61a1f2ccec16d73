package todo.bench;

import java.io.IOException;
import java.util.Map;
import todo.App;
import todo.Settings;
import todo.local.CommandLine;
import todo.local.LocalFunctions;
import todo.local.LocalTemplate;
import todo.local.gateway.Gateway;

/// Runs the local gateway on a free port with an existing database.
public final class GatewayProcess {
    /// The beginning of the line that it prints with its URL when it is ready.
    public static final String READY = "Ready at ";

    private GatewayProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        CommandLine.exitWithParent();
        System.out.println(READY + start(System.getenv()).url());
        Thread.currentThread().join();
    }

    static Gateway start(Map<String, String> environment) throws IOException {
        var functions = new LocalFunctions(App.with(Settings.from(environment)));
        return Gateway.start(LocalTemplate.read(environment), functions, "127.0.0.1", 0);
    }
}
