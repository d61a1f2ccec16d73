package todo.telemetry;

/// How much of a rate limit the caller has used, for the headers `RateLimit` and `RateLimit-Policy`.
///
/// @param policy the limit's name
/// @param limit requests allowed per window
/// @param windowSeconds length of the window
/// @param remaining requests left in the window
/// @param resetSeconds until the next request is available
public record RateLimitUsage(String policy, int limit, long windowSeconds, int remaining, long resetSeconds) {}
