package todo.database;

/// A value that must be unique is another's already; `constraint` names which.
public final class Taken extends RuntimeException {
    private final String constraint;

    Taken(String constraint) {
        super(constraint, null, false, false);
        this.constraint = constraint;
    }

    public String constraint() {
        return constraint;
    }
}
