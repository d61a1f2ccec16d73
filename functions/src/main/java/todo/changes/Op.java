package todo.changes;

enum Op {
    CREATE,
    UPDATE,
    COMPLETE,
    DELETE
}
