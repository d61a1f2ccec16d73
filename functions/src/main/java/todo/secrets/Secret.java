package todo.secrets;

/// The parsed value of a secret, which may be rotated while the function runs.
public interface Secret<T> {
    /// Returns the current value, or while it can't be fetched, the last good one.
    ///
    /// @throws SecretUnavailable if there is none
    T value();

    /// Fetches the value again, if that is possible now, because the current one was refused.
    ///
    /// @throws SecretUnavailable if there is none
    T refreshed();

    /// Returns a secret that never changes.
    static <T> Secret<T> of(T value) {
        return new Secret<>() {
            @Override
            public T value() {
                return value;
            }

            @Override
            public T refreshed() {
                return value;
            }

            @Override
            public String toString() {
                return "Secret";
            }
        };
    }
}
