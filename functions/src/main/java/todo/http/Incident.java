package todo.http;

/// What operators must hear of although no request is to blame: an error line of its own in the log, by which
/// `template.yaml` counts it.
public enum Incident {
    POOLER_TOO_OLD,
    SECRET_UNREADABLE;

    /// `what` quotes no secret and no text of a user.
    public void report(String what) {
        Log.incident(this, what);
    }
}
