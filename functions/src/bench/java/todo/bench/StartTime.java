package todo.bench;

import java.time.Duration;

/// The time of a cold start.
///
/// @param wall from JVM start to the first response
/// @param cpu the CPU time of all threads until then, in steps of 10 ms
record StartTime(Duration wall, Duration cpu) {}
