package todo.telemetry;

/// A fault that operators must repair and that no request caused. `template.yaml` turns its log line into a
/// metric with an alarm.
public enum Incident {
    POOLER_TOO_OLD,
    /// An identity provider refuses this API, or is not the configured one.
    PROVIDER_MISCONFIGURED,
    SECRET_UNREADABLE,
    MAIL_QUEUE_UNREACHABLE,
    MAIL_UNDELIVERED,
    MAIL_GIVEN_UP;

    /// Writes the fault's log line.
    ///
    /// @param message what is wrong and how to repair it, without secrets and texts of users
    public void report(String message) {
        Log.incident(this, message);
    }
}
