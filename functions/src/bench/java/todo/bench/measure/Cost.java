package todo.bench.measure;

import java.util.List;

/// What requests take, in milliseconds.
///
/// @param wall from the first request to the last answer
/// @param function the processor time of the process that functions run in
/// @param database the processor time of the database's processes that serve it
public record Cost(double wall, double function, double database) {
    /// More than any.
    public static final Cost MOST = new Cost(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);

    private static final double NANOS = 1e6;

    /// Until now.
    public static Cost of(long function, List<Long> backends) {
        return new Cost(System.nanoTime() / NANOS, Cpu.nanos(List.of(function)) / NANOS, Cpu.nanos(backends) / NANOS);
    }

    public Cost since(Cost before) {
        return new Cost(wall - before.wall, function - before.function, database - before.database);
    }

    /// Of one of so many requests.
    public Cost per(int requests) {
        return new Cost(wall / requests, function / requests, database / requests);
    }

    /// The lesser of each.
    public Cost least(Cost other) {
        return new Cost(
                Math.min(wall, other.wall), Math.min(function, other.function), Math.min(database, other.database));
    }
}
