package todo.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import todo.audit.AuditEvent;
import todo.audit.SqlAuditEventRow;
import todo.sessions.Session;
import todo.sessions.SqlSessionRow;
import todo.tasks.SqlTaskRow;
import todo.tasks.Task;
import todo.twofactor.SqlTwoFactorRow;
import todo.twofactor.TwoFactor;
import todo.users.SqlUserRow;
import todo.users.User;

/// A row of an export page: a session, an event or a task, and on the first page the profile and the identities
/// as well.
record SqlExportRow(
        @Nullable Session session,
        @Nullable AuditEvent event,
        @Nullable Task task,
        @Nullable User profile,
        List<ExportedIdentity> identities,
        @Nullable TwoFactor twoFactor) {
    private static final int FIRST_OF_SESSION = 2;
    private static final int FIRST_OF_EVENT = FIRST_OF_SESSION + 7;
    private static final int FIRST_OF_TASK = FIRST_OF_EVENT + 8;
    private static final int FIRST_OF_USER = FIRST_OF_TASK + 10;
    private static final int FIRST_OF_IDENTITIES = FIRST_OF_USER + 12;
    private static final int FIRST_OF_TWO_FACTOR = FIRST_OF_IDENTITIES + 6;

    static SqlExportRow read(ResultSet row, StatementContext context) throws SQLException {
        var isFirstPage = row.getObject(FIRST_OF_USER) != null;
        return new SqlExportRow(
                row.getObject(FIRST_OF_SESSION) == null ? null : new SqlSessionRow(FIRST_OF_SESSION).map(row, context),
                row.getObject(FIRST_OF_EVENT) == null ? null : new SqlAuditEventRow(FIRST_OF_EVENT).map(row, context),
                row.getObject(FIRST_OF_TASK) == null ? null : new SqlTaskRow(FIRST_OF_TASK).map(row, context),
                isFirstPage ? new SqlUserRow(FIRST_OF_USER).map(row, context) : null,
                new SqlIdentityArrays(FIRST_OF_IDENTITIES).read(row),
                isFirstPage ? new SqlTwoFactorRow(FIRST_OF_TWO_FACTOR).map(row, context) : null);
    }

    ExportCursor cursor() {
        if (session != null) {
            return ExportCursor.after(session);
        }
        return event != null ? ExportCursor.after(event) : ExportCursor.after(Objects.requireNonNull(task));
    }
}
