package todo.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import todo.database.Columns;

/// Maps an audit event by column index.
///
/// @param first index of the first of [#COLUMNS]
public record SqlAuditEventRow(int first) implements RowMapper<AuditEvent> {
    /// The columns of `audit_events`, in the order in which they are mapped.
    public static final String COLUMNS = """
            audit_events.id, audit_events.event, audit_events.actor_id, audit_events.user_id, audit_events.ip,
            audit_events.request_id, audit_events.details, audit_events.at""";

    @Override
    public AuditEvent map(ResultSet row, StatementContext context) throws SQLException {
        return new AuditEvent(
                row.getLong(first),
                row.getString(first + 1),
                row.getObject(first + 2, UUID.class),
                row.getObject(first + 3, UUID.class),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6),
                Columns.instant(row, first + 7));
    }
}
