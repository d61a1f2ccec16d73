package todo.storm.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Others have all connections that the functions' role may have.
record FullPool(Cluster cluster) implements LastingFault.Beginning {
    private static final int MOST = 5;

    @Override
    public AutoCloseable begin(RandomGenerator random) throws SQLException {
        var others = new ArrayList<Connection>();
        for (var number = random.nextInt(1, MOST); number > 0; number--) {
            others.add(cluster.connect(Cluster.APP));
        }
        cluster.run("alter role %s connection limit %d".formatted(Cluster.APP, others.size()));
        cluster.terminate(cluster.backends());
        return () -> mend(others);
    }

    private void mend(List<Connection> others) throws SQLException {
        cluster.run("alter role %s connection limit -1".formatted(Cluster.APP));
        for (var other : others) {
            other.close();
        }
    }
}
