package todo.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import todo.testing.OwnDatabase;

final class NewDatabaseTest {
    @Test
    void a_migrated_database_has_no_account() {
        var database = OwnDatabase.create();
        assertThat(database.number("select count(*) from users")).isZero();
        assertThat(database.number("select count(*) from identities")).isZero();
    }
}
