package todo.storm.faults;

import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import todo.storm.Fault;

/// No space is left for PostgreSQL's files.
record FullDisk(SmallDisk disk, Cluster cluster) {
    List<Fault> all() {
        return List.of(
                new LastingFault("disk full", _ -> full("create temp table ballast as select generate_series(1, 1e6)")),
                new LastingFault("disk full for the write-ahead log", _ -> full("""
                        select pg_switch_wal() from pg_logical_emit_message(true, '', 'fills a file')""")));
    }

    /// Fills the disk, and executes a statement until it fails: within the last free pages and files of the log
    /// statements still succeed.
    private AutoCloseable full(String statement) throws IOException {
        disk.fill();
        try {
            while (true) {
                cluster.run(statement);
            }
        } catch (JdbiException _) {
            return this::mend;
        }
    }

    private void mend() throws IOException {
        disk.empty();
        cluster.recover();
    }
}
