package todo.bench.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import todo.testing.Sql;

/// Reads the sizes of all tables and indexes in bytes.
public final class RelationSizes {
    private static final String SIZES = """
            select relname || ' ' || pg_relation_size(oid) from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')
            order by relkind desc, relname""";

    private RelationSizes() {}

    public static Map<String, Long> read() {
        var sizes = new LinkedHashMap<String, Long>();
        for (var line : Sql.texts(SIZES)) {
            var parts = line.split(" ", 2);
            sizes.put(parts[0], Long.valueOf(parts[1]));
        }
        return sizes;
    }
}
