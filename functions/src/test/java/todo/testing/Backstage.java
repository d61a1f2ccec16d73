package todo.testing;

import java.sql.SQLException;

/// What a test arranges behind the API's back, as the database's owner: what no client can bring about.
public final class Backstage {
    private Backstage() {}

    /// Runs one statement, and says how many rows it touched.
    public static int run(String sql, Object... values) {
        try (var connection = Api.database().owner().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
