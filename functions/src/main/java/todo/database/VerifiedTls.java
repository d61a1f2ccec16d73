package todo.database;

/// TLS to the database with a verified certificate. Without verification, someone in between could read
/// everything, although the connection is encrypted.
final class VerifiedTls {
    private static final String MODE = "verify-full";

    private static final String NEON = ".neon.tech";

    private VerifiedTls() {}

    /// Adds what the URL does not say. `sslmode=require`, which Neon shows, is raised to `verify-full`.
    ///
    /// @throws IllegalArgumentException if the URL asks for less
    static void require(DatabaseUrl url) {
        var properties = url.properties();
        var mode = properties.getProperty("sslmode", MODE);
        if (!mode.equals(MODE) && !mode.equals("require")) {
            throw new IllegalArgumentException("must have sslmode=verify-full, or no sslmode");
        }
        if (properties.containsKey("sslfactory") || properties.containsKey("sslhostnameverifier")) {
            throw new IllegalArgumentException("must not replace how certificates are verified");
        }
        properties.setProperty("sslmode", MODE);
        properties.remove("sslrootcert", "system"); // PostgreSQL's keyword; the driver would look for such a file
        if (!properties.containsKey("sslrootcert")) {
            // the driver would look for a file of certificates in the home folder, where a function has none
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        if (host(url).endsWith(NEON)) { // supports channel binding, and direct TLS, which saves a round trip
            properties.putIfAbsent("channelBinding", "require");
            properties.putIfAbsent("sslNegotiation", "direct");
        }
    }

    private static String host(DatabaseUrl url) {
        return url.jdbc().replaceFirst("^jdbc:postgresql://", "").replaceFirst("[:/].*", "");
    }
}
