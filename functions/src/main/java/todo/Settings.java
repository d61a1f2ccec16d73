package todo;

import java.time.Duration;
import java.time.InstantSource;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import todo.access.RateLimit;
import todo.database.DatabaseUrl;
import todo.http.Origins;
import todo.passwords.Lockout;
import todo.recovery.SqlPasswordResets;
import todo.secrets.KeySet;
import todo.secrets.ManagedSecret;
import todo.secrets.Secret;

/// The settings, read once from the environment. An invalid setting stops the start with a message that names
/// it. Secrets are read only by the functions that need them, because only those have permission.
///
/// @param metricsByOperation whether CloudWatch's metrics have the operation as dimension
/// @param accessTokenTtl how long access tokens last, and their sessions unless they are renewed
/// @param sessionMaxAge how long a session can be renewed
/// @param requiresVerifiedEmail whether users must verify their email to log in
/// @param tasksPerUser the maximum, or 0 for none
/// @param auditRetention how long audit events are stored
/// @param concurrency how many requests this process handles at once
public record Settings(
        Variables variables,
        String stage,
        Origins origins,
        boolean metricsByOperation,
        Duration accessTokenTtl,
        Duration sessionMaxAge,
        boolean requiresVerifiedEmail,
        RateLimit registrationLimit,
        RateLimit logInLimit,
        RateLimit forgotLimit,
        RateLimit userLimit,
        Lockout lockout,
        int tasksPerUser,
        Period auditRetention,
        int concurrency) {
    private static final String LOCAL = "local";
    private static final int HIGHEST_LIMIT = 6000;

    /// Reads the settings.
    ///
    /// @throws IllegalStateException if one is invalid
    public static Settings from(Map<String, String> environment) {
        var variables = new Variables(Map.copyOf(environment));
        return new Settings(
                variables,
                variables.value("STAGE", LOCAL, Settings::stage),
                variables.value("ALLOWED_ORIGINS", "http://localhost:3000", Origins::parse),
                variables.value("METRICS_BY_OPERATION", "true", Settings::flag),
                variables.duration("ACCESS_TOKEN_TTL", Duration.ofDays(7)),
                variables.duration("SESSION_MAX_AGE", Duration.ofDays(90)),
                variables.value("REQUIRE_VERIFIED_EMAIL", "false", Settings::flag),
                limit(variables, "register", "RATE_LIMIT_REGISTER", 5),
                limit(variables, "login", "RATE_LIMIT_LOGIN", 10),
                new RateLimit(
                        SqlPasswordResets.FORGOT,
                        variables.number("RATE_LIMIT_FORGOT", 0, HIGHEST_LIMIT, 10),
                        Duration.ofHours(1)),
                limit(variables, "user", "RATE_LIMIT_USER", 600),
                new Lockout(
                        variables.number("LOCKOUT_FAILURES", 1, 1000, 5),
                        variables.duration("LOCKOUT_DURATION", Duration.ofMinutes(15))),
                variables.number("TASKS_PER_USER", 0, Integer.MAX_VALUE, 100_000),
                variables.value("AUDIT_RETENTION", "P400D", Settings::period),
                variables.number("AWS_LAMBDA_MAX_CONCURRENCY", 1, 1000, 1));
    }

    /// Returns the database's URL. In all stages but `local` its certificate is verified.
    ///
    /// @throws IllegalStateException if it is not set
    public Secret<DatabaseUrl> databaseUrl() {
        return secret(
                "DATABASE_URL", "DATABASE_SECRET_ARN", isLocal() ? DatabaseUrl::parse : DatabaseUrl::parseVerified);
    }

    /// Returns the token keys.
    ///
    /// @throws IllegalStateException if they are not set
    public Secret<KeySet> tokenKeys() {
        return secret("TOKEN_KEYS", "TOKEN_KEYS_SECRET_ARN", KeySet::parse);
    }

    /// Whether the API runs on a developer's machine.
    boolean isLocal() {
        return stage.equals(LOCAL);
    }

    /// Returns the keys that encrypt second factors, or empty if they are not set.
    Optional<Secret<KeySet>> totpKeys() {
        return optionalSecret("TOTP_KEYS", "TOTP_KEYS_SECRET_ARN", KeySet::parse);
    }

    <T> Secret<T> secret(String name, String arnName, Function<String, T> reader) {
        return optionalSecret(name, arnName, reader)
                .orElseThrow(() -> new IllegalStateException(name + " or " + arnName + " must be set"));
    }

    <T> Optional<Secret<T>> optionalSecret(String name, String arnName, Function<String, T> reader) {
        return variables
                .text(name)
                .map(value -> Secret.of(variables.read(name, value, reader)))
                .or(() -> variables.text(arnName).map(arn -> new ManagedSecret<>(arn, reader, InstantSource.system())));
    }

    private static RateLimit limit(Variables variables, String policy, String name, int defaultValue) {
        return RateLimit.perMinute(policy, variables.number(name, 0, HIGHEST_LIMIT, defaultValue));
    }

    private static Period period(String text) {
        try {
            var period = Period.parse(text);
            if (!period.isNegative() && !period.isZero()) {
                return period;
            }
        } catch (DateTimeParseException _) {
            // reported below
        }
        throw new IllegalArgumentException("must be an ISO-8601 period of at least a day, such as P400D");
    }

    private static boolean flag(String text) {
        if (!text.matches("true|false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return text.equals("true");
    }

    private static String stage(String name) {
        if (!name.matches("[A-Za-z0-9_-]{1,128}")) {
            throw new IllegalArgumentException("must have 1 to 128 letters, digits, _ or -");
        }
        return name;
    }

    @Override
    public String toString() {
        return "Settings[" + stage + "]";
    }
}
