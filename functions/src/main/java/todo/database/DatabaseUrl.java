package todo.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

/// A PostgreSQL URL, as Neon shows it (`postgres://user:password@host/database?sslmode=require`) or in JDBC's
/// form. The driver's settings are those that a function needs, unless the URL overrides them.
public record DatabaseUrl(String jdbc, Properties properties) {
    private static final String FORM = "must be postgres://user:password@host[:port]/database or jdbc:postgresql://…";

    /// Parses a URL.
    ///
    /// @throws IllegalArgumentException with a message that follows the setting's name and quotes nothing
    public static DatabaseUrl parse(String text) {
        if (text.startsWith("jdbc:postgresql://")) {
            return new DatabaseUrl(text, standard());
        }
        try {
            return parsed(URI.create(text));
        } catch (IllegalArgumentException | NullPointerException _) {
            throw new IllegalArgumentException(FORM); // without a cause: it would quote the password
        }
    }

    private static DatabaseUrl parsed(URI uri) {
        if (uri.getScheme() == null || !uri.getScheme().matches("postgres(ql)?") || uri.getHost() == null) {
            throw new IllegalArgumentException(FORM);
        }
        var properties = standard();
        var login = uri.getRawUserInfo().split(":", 2);
        properties.setProperty("user", decoded(login[0]));
        properties.setProperty("password", login.length > 1 ? decoded(login[1]) : "");
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var query =
                uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery().replace("channel_binding=", "channelBinding=");
        return new DatabaseUrl("jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query, properties);
    }

    /// Returns the driver's properties for a connection that must be open within `limit`.
    Properties properties(Duration limit) {
        var copy = new Properties();
        copy.putAll(properties);
        copy.setProperty("loginTimeout", Double.toString(limit.toMillis() / 1e3));
        return copy;
    }

    /// Times are in seconds. All three limits are needed: connecting, logging in and waiting for a reply are
    /// separate waits. The server prepares each statement at its first execution, and the cache holds all
    /// statements' texts.
    private static Properties standard() {
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
