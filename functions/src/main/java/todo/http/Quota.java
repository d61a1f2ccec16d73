package todo.http;

/// How much of a rate limit is left: `remaining` of `limit` requests a minute, the next one free in `seconds`.
public record Quota(String policy, int limit, int remaining, long seconds) {
    public static final int WINDOW_SECONDS = 60;
}
