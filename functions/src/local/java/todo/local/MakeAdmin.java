package todo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import todo.database.DatabaseUrl;

/// Makes an admin of someone who has registered: the first one, since the API lets only admins make others. Works on
/// the database that `DATABASE_URL` names, or else on this machine's, whether or not the API runs on it.
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

    public static void main(String[] arguments) throws IOException {
        try {
            say(answer(String.join(" ", arguments).strip(), System.getenv("DATABASE_URL")));
        } catch (Refused refusal) {
            say(refusal.getMessage());
            System.exit(1);
        }
    }

    private static String answer(String email, @Nullable String url) throws IOException {
        if (email.isEmpty()) {
            throw new Refused("Nobody is named: add -Demail=ada@example.org");
        }
        return url == null ? here(email) : at(url, email);
    }

    private static String here(String email) throws IOException {
        if (!Files.exists(Main.FOLDER)) {
            throw new Refused("There is no database here yet: start the API and register first, or set DATABASE_URL.");
        }
        var free = DataFolder.claimIfFree(Main.FOLDER);
        if (free.isEmpty()) {
            return at(DataFolder.url(Main.FOLDER), email);
        }
        try (var folder = free.get();
                var database = LocalDatabase.in(folder)) {
            return at(database.url(), email);
        }
    }

    private static String at(String url, String email) {
        try (var connection = connection(DatabaseUrl.parse(url));
                var statement = connection.prepareStatement(PROMOTE)) {
            statement.setString(1, email);
            try (var account = statement.executeQuery()) {
                return answer(email, account);
            }
        } catch (IllegalArgumentException wrong) {
            throw new Refused("DATABASE_URL " + wrong.getMessage());
        } catch (SQLException failure) {
            throw new Refused("Nothing has changed. The database says: " + failure.getMessage());
        }
    }

    private static Connection connection(DatabaseUrl url) throws SQLException {
        var driver = new Driver();
        if (!driver.acceptsURL(url.jdbc())) { // else it would quote the password
            throw new IllegalArgumentException("can't be read");
        }
        return Objects.requireNonNull(driver.connect(url.jdbc(), url.properties()));
    }

    private static String answer(String email, ResultSet account) throws SQLException {
        if (!account.next()) {
            throw new Refused("Nobody has registered as " + email + ".");
        }
        if (!account.getBoolean("is_active")) {
            throw new Refused(email + " is deactivated, and can't be made an admin.");
        }
        return email + (account.getString("role").equals("admin") ? " is an admin already." : " is an admin now.");
    }

    @SuppressWarnings("SystemOut") // it speaks to the person who started it
    private static void say(@Nullable String text) {
        System.out.println(text);
    }

    /// Why it is not done.
    private static final class Refused extends RuntimeException {
        Refused(String reason) {
            super(reason, null, false, false);
        }
    }
}
