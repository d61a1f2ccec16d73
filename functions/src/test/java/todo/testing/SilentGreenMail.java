package todo.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.concurrent.atomic.AtomicReference;

/// Starts GreenMail with threads that are silent when a connection breaks. They would write the whole message
/// to standard error, also while [LogLines] captures it.
final class SilentGreenMail extends ThreadGroup {
    private SilentGreenMail() {
        super("mail server");
    }

    /// Starts a server with TLS on one port and without on another.
    static GreenMail start() throws InterruptedException {
        var server = new AtomicReference<GreenMail>();
        var starter = new Thread(new SilentGreenMail(), () -> server.set(started()));
        starter.start();
        starter.join();
        return server.get();
    }

    private static GreenMail started() {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS),
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP)
        });
        server.setUser(MailServer.FROM, MailServer.USER, MailServer.PASSWORD);
        server.setUser("operator@todo.example", MailServer.OPERATOR, MailServer.OPERATOR);
        server.start();
        return server;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {}
}
