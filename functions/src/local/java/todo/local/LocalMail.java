package todo.local;

import java.time.Duration;
import java.util.Map;
import todo.App;
import todo.mail.SweepMail;
import todo.values.Ids;

/// Mail of the local server: without a mail server, each message is printed and kept in a folder.
final class LocalMail {
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private LocalMail() {}

    /// Adds the settings that are missing. Links lead to the front end.
    static void addDefaults(Map<String, String> environment) {
        var origins = environment.getOrDefault("ALLOWED_ORIGINS", "http://localhost:3000");
        if (!environment.containsKey("SMTP_SECRET_ARN")) {
            environment.putIfAbsent("SMTP_URL", "file:" + Main.FOLDER.resolve("mail"));
        }
        environment.putIfAbsent("MAIL_FROM", "Todo <todo@localhost.localdomain>");
        environment.putIfAbsent("APP_URL", origins.split(",", 2)[0].strip());
    }

    /// Sweeps the outbox every minute in the background, as the schedule does in AWS.
    static void startSweeps(App app) {
        var sweep = (SweepMail) new LocalFunctions(app).apply(SweepMail.class.getName());
        Thread.startVirtualThread(() -> repeat(sweep));
    }

    private static void repeat(SweepMail sweep) {
        try {
            while (true) {
                sweep.run(Ids.next().toString());
                Thread.sleep(SWEEP);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
