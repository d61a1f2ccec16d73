package todo.secrets;

/// A text that must not be seen, and may be replaced while the function lives.
public interface Secret {
    String value();

    /// The value as it is now, when the one in hand has proved too old.
    String refreshed();

    static Secret of(String value) {
        return new Secret() {
            @Override
            public String value() {
                return value;
            }

            @Override
            public String refreshed() {
                return value;
            }

            @Override
            public String toString() {
                return "Secret";
            }
        };
    }
}
