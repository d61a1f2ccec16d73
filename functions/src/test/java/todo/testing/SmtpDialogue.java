package todo.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;

/// One connection through the [SmtpProxy]. Text is read as Latin-1, so that all bytes stay the same.
final class SmtpDialogue {
    private final SmtpProxy proxy;
    private Lines client;

    SmtpDialogue(SmtpProxy proxy, Socket client) {
        this.proxy = proxy;
        this.client = new Lines(client);
    }

    void run() {
        try (var socket = new Socket("localhost", proxy.server().plainPort())) {
            var server = new Lines(socket);
            var answer = proxy.answerTo("connect");
            client.write(answer.isPresent() ? answered(answer.get()) : server.reply());
            for (var line = client.line(); line != null; line = client.line()) {
                serve(line, server);
            }
        } catch (IOException _) {
            // one side has closed the connection
        } finally {
            client.close();
        }
    }

    private void serve(String line, Lines server) throws IOException {
        var answer = proxy.answerTo(line);
        if (answer.isPresent()) {
            client.write(answered(answer.get()));
            return;
        }
        if (line.equals("STARTTLS")) {
            client.write("220 Go ahead\r\n");
            client = new Lines(proxy.secured(client.socket));
            return;
        }
        server.write(line + "\r\n");
        var reply = server.reply();
        client.write(line.startsWith("EHLO") ? withExtensions(reply) : reply);
        if (reply.startsWith("354")) {
            forwardMessage(server);
        }
    }

    private void forwardMessage(Lines server) throws IOException {
        var line = client.line();
        while (line != null && !line.equals(".")) {
            server.write(line + "\r\n");
            line = client.line();
        }
        var answer = proxy.answerTo(".");
        server.write(answer.isPresent() ? "" : ".\r\n");
        var reply = answer.isPresent() ? answered(answer.get()) : server.reply();
        proxy.accepted();
        client.write(reply);
    }

    private String answered(String reply) throws IOException {
        if (reply.equals(SmtpProxy.NONE)) {
            proxy.awaitClose();
        }
        if (reply.equals(SmtpProxy.END)) {
            throw new IOException("The connection ends");
        }
        return reply + "\r\n";
    }

    /// The first line of the reply is a greeting.
    private String withExtensions(String reply) {
        var more = new StringBuilder("250-localhost\r\n");
        proxy.extensions()
                .forEach(extension -> more.append("250-").append(extension).append("\r\n"));
        return reply.startsWith("250-") ? more + reply.split("\r\n", 2)[1] : reply;
    }

    /// A connection, read and written in lines.
    private static final class Lines {
        private final Socket socket;
        private final BufferedReader reader;

        Lines(Socket socket) {
            try {
                this.socket = socket;
                this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        String line() throws IOException {
            return reader.readLine();
        }

        /// Returns a reply, which may have several lines.
        String reply() throws IOException {
            var reply = new StringBuilder();
            var line = "";
            do {
                line = reader.readLine();
                if (line == null) {
                    throw new IOException("The server has closed the connection");
                }
                reply.append(line).append("\r\n");
            } while (line.startsWith("-", 3));
            return reply.toString();
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        }

        void close() {
            try {
                socket.close();
            } catch (IOException _) {
                // closed already
            }
        }
    }
}
