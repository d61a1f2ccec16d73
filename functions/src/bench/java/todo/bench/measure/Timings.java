package todo.bench.measure;

import java.util.List;

/// Wall and CPU time of requests in milliseconds.
///
/// @param wall from the first request to the last response
/// @param function CPU time of the process that runs the functions
/// @param database CPU time of the database server processes that it uses
public record Timings(double wall, double function, double database) {
    /// The initial value for a minimum.
    public static final Timings MAX = new Timings(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);

    private static final double NANOS = 1e6;

    /// Returns the current totals of the processes.
    public static Timings of(long function, List<Long> backends) {
        return new Timings(
                System.nanoTime() / NANOS, CpuTime.nanos(List.of(function)) / NANOS, CpuTime.nanos(backends) / NANOS);
    }

    public Timings since(Timings before) {
        return new Timings(wall - before.wall, function - before.function, database - before.database);
    }

    /// Returns the mean per request.
    public Timings per(int requests) {
        return new Timings(wall / requests, function / requests, database / requests);
    }

    /// Returns the minimum of each value.
    public Timings min(Timings other) {
        return new Timings(
                Math.min(wall, other.wall), Math.min(function, other.function), Math.min(database, other.database));
    }
}
