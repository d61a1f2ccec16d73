package todo.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import todo.testing.Sql;
import todo.testing.TlsCertificate;

/// Configures the embedded PostgreSQL like a hosted one: TLS with a self-signed RSA certificate, and SCRAM.
public final class PostgresTls {
    private PostgresTls() {}

    /// Applies to new connections of this user.
    public static void enable(String user) throws IOException, GeneralSecurityException, InterruptedException {
        var certificate = TlsCertificate.create();
        Sql.run("alter system set ssl_cert_file = '" + certificate.certificate() + "'");
        Sql.run("alter system set ssl_key_file = '" + certificate.key() + "'");
        Sql.run("alter system set ssl = on");
        var access = Path.of(Sql.texts("show hba_file").getFirst());
        var rule = "hostssl all %s all scram-sha-256\n".formatted(user);
        Files.writeString(access, rule + Files.readString(access));
        Sql.texts("select pg_reload_conf()");
    }
}
