package todo.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

/// A PostgreSQL URL as Neon prints it (`postgres://user:password@host/database?sslmode=require`) or as JDBC does,
/// with the settings that a function needs wherever the URL does not say otherwise.
public record DatabaseUrl(String jdbc, Properties properties) {
    private static final String FORM = "must be postgres://user:password@host[:port]/database or jdbc:postgresql://…";

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

    /// For one connection that must be open after so much time.
    Properties properties(Duration limit) {
        var copy = new Properties();
        copy.putAll(properties);
        copy.setProperty("loginTimeout", Double.toString(limit.toMillis() / 1e3));
        return copy;
    }

    /// Times in seconds. Each limit alone would still hang: connecting, logging in and waiting for a reply are
    /// three waits. Statements are
    /// prepared at the server from the first time on; the driver remembers more texts than the functions have.
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
