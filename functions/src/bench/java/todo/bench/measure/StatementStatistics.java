package todo.bench.measure;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Reads `pg_stat_statements` for one role.
public record StatementStatistics(Jdbi owner, String role) {
    private static final String TOTALS = """
            select coalesce(sum(total_plan_time), 0) as planning,
                   coalesce(sum(total_exec_time), 0) as execution,
                   coalesce(sum(shared_blks_hit + shared_blks_read), 0) as buffers,
                   coalesce(sum(wal_bytes), 0) as wal_bytes,
                   coalesce(sum(wal_records), 0) as wal_records
            from pg_stat_statements(false) where userid = :role::regrole""";

    public static StatementStatistics of(DataSource owner, String role) throws SQLException {
        var jdbi = Jdbi.create(owner.getConnection());
        jdbi.useHandle(handle -> handle.execute("create extension if not exists pg_stat_statements"));
        return new StatementStatistics(jdbi, role);
    }

    /// Returns the totals since the last reset of the statistics.
    public DatabaseUsage usage() {
        return owner.withHandle(handle -> handle.createQuery(TOTALS)
                .bind("role", role)
                .map((row, _) -> new DatabaseUsage(
                        row.getDouble("planning"),
                        row.getDouble("execution"),
                        row.getDouble("buffers"),
                        row.getDouble("wal_bytes"),
                        row.getDouble("wal_records")))
                .one());
    }

    /// Returns the process ids of the server processes with connections of this role.
    public List<Long> backends() {
        return owner.withHandle(handle -> handle.select("select pid from pg_stat_activity where usename = ?", role)
                .mapTo(Long.class)
                .list());
    }
}
