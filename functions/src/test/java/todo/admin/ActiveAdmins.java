package todo.admin;

import java.util.List;
import java.util.UUID;
import todo.testing.Sql;

/// The active admins of the database that all tests share. Tests that demote them are
/// [org.junit.jupiter.api.parallel.Isolated].
public final class ActiveAdmins {
    private ActiveAdmins() {}

    static List<String> ids() {
        return Sql.texts("select id::text from users where role = 'admin' and is_active");
    }

    static void demoteAll() {
        Sql.run("update users set role = 'user' where role = 'admin'");
    }

    /// Makes this user the only admin.
    public static void replaceBy(UUID user) {
        demoteAll();
        Sql.run("update users set role = 'admin' where id = ?", user);
    }
}
