package todo.tasks.sync;

/// The operations of a batch, as clients name them.
enum BatchOp {
    CREATE,
    UPDATE,
    COMPLETE,
    DELETE
}
