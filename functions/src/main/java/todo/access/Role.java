package todo.access;

/// What a user may do; [Permission] has the details. A guest may only read.
public enum Role {
    USER,
    ADMIN,
    GUEST
}
