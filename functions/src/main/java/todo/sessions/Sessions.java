package todo.sessions;

import java.util.List;
import java.util.UUID;
import todo.http.Caller;

/// The caller's own sessions. Each method is one statement, guarded.
public interface Sessions {
    /// Those that live, the one used last first.
    List<Session> list(Caller caller);

    /// Whether the caller had such a session, which has now ended.
    boolean end(Caller caller, UUID id);

    void endAll(Caller caller);
}
