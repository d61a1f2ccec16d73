package todo.audit;

/// The one insert into the audit trail, as the common table expression `audited`. It belongs to the statement
/// that does what it records, so neither happens without the other. It uses the parameters `:ip` and
/// `:request`.
public final class SqlAudit {
    private SqlAudit() {}

    /// Records what users did to their own accounts.
    ///
    /// @param user the column of `rows` with the user's id
    /// @param rows a common table expression, or a `from` clause's items and conditions: one event per row
    public static String audited(String event, String user, String rows) {
        return audited("'" + event + "'", user, user, "null", rows);
    }

    /// Records any event.
    ///
    /// @param event SQL of the event's name
    /// @param actor SQL of the id of the user who did it
    /// @param user SQL of the id of the user whom it concerns
    /// @param details SQL of a text, or `null`
    /// @param rows as above
    public static String audited(String event, String actor, String user, String details, String rows) {
        return insert(event, actor, user, ":ip", details, rows);
    }

    /// As [#audited], without the IP address, because the account is being deleted.
    public static String auditedWithoutAddress(String event, String user, String rows) {
        return insert("'" + event + "'", user, user, "null", "null", rows);
    }

    private static String insert(String event, String actor, String user, String ip, String details, String rows) {
        return """
                audited as (
                    insert into audit_events (event, actor_id, user_id, ip, request_id, details)
                    select %s, %s, %s, %s, :request, %s from %s
                )""".formatted(event, actor, user, ip, details, rows);
    }
}
