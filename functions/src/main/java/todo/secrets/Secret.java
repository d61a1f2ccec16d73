package todo.secrets;

/// What is made of a text that must not be seen, and may be replaced while the function lives.
public interface Secret<T> {
    T value();

    /// The value as it is now, when the one in hand has proved too old.
    T refreshed();

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
