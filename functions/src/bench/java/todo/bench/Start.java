package todo.bench;

import java.time.Duration;

/// @param wall from the start of the JVM to the first answer
/// @param cpu what all its threads took until then, in steps of 10 ms
record Start(Duration wall, Duration cpu) {}
