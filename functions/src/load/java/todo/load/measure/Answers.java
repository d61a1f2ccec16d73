package todo.load.measure;

/// How many answers the API gave in some time.
///
/// @param refused 429 and 503, which tell the client when to try again
/// @param failed all other 5xx
public record Answers(int all, int refused, int failed) {
    static final Answers NONE = new Answers(0, 0, 0);

    static Answers of(int status) {
        var isRefused = status == 429 || status == 503;
        return new Answers(1, isRefused ? 1 : 0, status >= 500 && !isRefused ? 1 : 0);
    }

    Answers plus(Answers other) {
        return new Answers(all + other.all, refused + other.refused, failed + other.failed);
    }

    @Override
    public String toString() {
        return "%,d answers, %,d refused, %,d failed".formatted(all, refused, failed);
    }
}
