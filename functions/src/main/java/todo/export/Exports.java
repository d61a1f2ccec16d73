package todo.export;

import todo.http.Caller;

public interface Exports {
    /// One page, in one statement, guarded.
    Export page(Caller caller, ExportQuery query);
}
