package todo.storm;

import java.util.random.RandomGenerator;

/// Something that goes wrong and is mended again.
public interface Fault {
    /// In plain words, as the report lists it, for example "PostgreSQL killed".
    String name();

    /// Makes the fault happen, lets it last for as long as it is drawn from `random` (at most 5 s), and mends
    /// it before it returns.
    void strike(RandomGenerator random) throws Exception;
}
