package todo.http;

/// How much of a rate limit is left: `remaining` of `limit` requests in `windowSeconds`, the next one back in
/// `seconds`.
public record Quota(String policy, int limit, long windowSeconds, int remaining, long seconds) {}
