package todo.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

/// A PostgreSQL URL, as Neon shows it (`postgres://user:password@host/database?sslmode=require`) or in JDBC's
/// form. The driver's settings are those that a function needs, unless the URL overrides them.
public record DatabaseUrl(String jdbc, Properties properties) {
    private static final String JDBC = "jdbc:postgresql://";
    private static final String FORM = "must be postgres://user:password@host[:port]/database or jdbc:postgresql://…";

    /// Parses a URL. TLS is used as the URL says.
    ///
    /// @throws IllegalArgumentException with a message that follows the setting's name and quotes nothing
    public static DatabaseUrl parse(String text) {
        try {
            var parts = text.split("\\?", 2);
            var url = parts[0].startsWith(JDBC) ? new DatabaseUrl(parts[0], preset()) : ofUri(URI.create(parts[0]));
            addParameters(url.properties, parts.length > 1 ? parts[1] : "");
            return url;
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(FORM); // without a cause: it would quote the password
        }
    }

    /// Parses a URL for a stage in AWS, where the server's certificate must be verified.
    ///
    /// @throws IllegalArgumentException as [#parse], or if its `sslmode` is weaker than `verify-full`
    /// (`require` is raised to it)
    public static DatabaseUrl parseVerified(String text) {
        var url = parse(text);
        VerifiedTls.require(url);
        return url;
    }

    /// Returns the driver's properties for a connection that must be open within `limit`.
    Properties properties(Duration limit) {
        var copy = new Properties();
        copy.putAll(properties);
        copy.setProperty("loginTimeout", Double.toString(limit.toMillis() / 1e3));
        return copy;
    }

    private static DatabaseUrl ofUri(URI uri) {
        var user = uri.getRawUserInfo();
        if (!String.valueOf(uri.getScheme()).matches("postgres(ql)?") || uri.getHost() == null || user == null) {
            throw new IllegalArgumentException(FORM);
        }
        var properties = preset();
        var login = user.split(":", 2);
        properties.setProperty("user", decoded(login[0]));
        properties.setProperty("password", login.length > 1 ? decoded(login[1]) : "");
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new DatabaseUrl(JDBC + uri.getHost() + port + uri.getRawPath(), properties);
    }

    private static void addParameters(Properties properties, String query) {
        for (var parameter : query.split("&", -1)) {
            var parts = parameter.split("=", 2);
            if (parts.length == 2) {
                properties.setProperty(driverName(parts[0]), decoded(parts[1]));
            }
        }
    }

    /// PostgreSQL's own tools spell two of the driver's parameters differently.
    private static String driverName(String parameter) {
        return switch (parameter) {
            case "channel_binding" -> "channelBinding";
            case "sslnegotiation" -> "sslNegotiation";
            default -> parameter;
        };
    }

    /// Times are in seconds. All three limits are needed: connecting, logging in and waiting for a reply are
    /// separate waits. The server prepares each statement at its first execution, and the cache holds all
    /// statements' texts.
    private static Properties preset() {
        var properties = new Properties();
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("loginTimeout", "4");
        properties.setProperty("socketTimeout", "9");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("preparedStatementCacheQueries", "256");
        properties.setProperty("preparedStatementCacheSizeMiB", "16");
        properties.setProperty("assumeMinServerVersion", "17");
        properties.setProperty("ApplicationName", "todo");
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DatabaseUrl";
    }
}
