package todo.bench.measure;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import todo.testing.Sql;

/// Configures the embedded PostgreSQL like a hosted one: TLS with a self-signed RSA certificate, and SCRAM.
public final class PostgresTls {
    private static final String PASSWORD = "changeit";

    private PostgresTls() {}

    /// Applies to new connections of this user.
    public static void enable(String user) throws IOException, GeneralSecurityException, InterruptedException {
        var folder = Files.createTempDirectory("tls");
        var store = folder.resolve("server.p12");
        createKeyStore(store);
        writePem(store, folder);
        Sql.run("alter system set ssl_cert_file = '" + folder.resolve("server.crt") + "'");
        Sql.run("alter system set ssl_key_file = '" + folder.resolve("server.key") + "'");
        Sql.run("alter system set ssl = on");
        var access = Path.of(Sql.texts("show hba_file").getFirst());
        var rule = "hostssl all %s all scram-sha-256\n".formatted(user);
        Files.writeString(access, rule + Files.readString(access));
        Sql.texts("select pg_reload_conf()");
    }

    private static void createKeyStore(Path store) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        if (new ProcessBuilder(command).redirectError(DISCARD).start().waitFor() != 0) {
            throw new IOException("keytool failed to create a certificate");
        }
    }

    private static void writePem(Path store, Path folder) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var key = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
        var file = Files.createFile(
                folder.resolve("server.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, pem("PRIVATE KEY", key));
        var certificate = keys.getCertificate("server").getEncoded();
        Files.writeString(folder.resolve("server.crt"), pem("CERTIFICATE", certificate));
    }

    private static String pem(String kind, byte[] bytes) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, lines);
    }
}
