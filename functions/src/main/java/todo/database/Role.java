package todo.database;

public enum Role {
    USER,
    ADMIN,
    GUEST
}
