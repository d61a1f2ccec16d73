package todo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/// Promotes a registered user to admin. This creates the first admin, because in the API only admins can
/// promote users. Works on the database of `DATABASE_URL`, or else on the local one, whether or not the API
/// is running.
final class MakeAdmin {
    private static final String PROMOTE = """
            with account as (
                select id, role, is_active from users
                where lower(email collate pg_c_utf8) = lower(? collate pg_c_utf8)
                for update
            ), promoted as (
                update users set role = 'admin', updated_at = greatest(updated_at, now())
                from account where users.id = account.id and account.is_active and account.role <> 'admin'
                returning users.id
            ), audited as (
                insert into audit_events (event, user_id, details)
                select 'role_change', id, 'from ' || role || ' to admin' from account join promoted using (id)
            )
            select role, is_active from account""";

    private MakeAdmin() {}

    public static void main(String[] arguments) throws Exception {
        CommandLine.run(() -> promote(String.join(" ", arguments).strip(), LocalEnvironment.read()));
    }

    private static String promote(String email, Map<String, String> environment) throws IOException {
        if (email.isEmpty()) {
            throw new CommandFailed("No email given: add -Demail=ada@example.org");
        }
        if (!environment.containsKey("DATABASE_URL") && !Files.exists(Main.FOLDER)) {
            throw new CommandFailed(
                    "There is no local database yet: start the API and register first, or set DATABASE_URL.");
        }
        try (var database = CommandDatabase.of(environment)) {
            return database.query(connection -> promote(email, connection));
        }
    }

    private static String promote(String email, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(PROMOTE)) {
            statement.setString(1, email);
            try (var account = statement.executeQuery()) {
                return result(email, account);
            }
        }
    }

    private static String result(String email, ResultSet account) throws SQLException {
        if (!account.next()) {
            throw new CommandFailed("There is no account with the email " + email + ".");
        }
        if (!account.getBoolean("is_active")) {
            throw new CommandFailed(email + " is deactivated and can't become an admin.");
        }
        return email + (account.getString("role").equals("admin") ? " is already an admin." : " is now an admin.");
    }
}
