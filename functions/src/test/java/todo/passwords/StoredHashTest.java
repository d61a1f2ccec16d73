package todo.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.Api.PASSWORD;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import org.junit.jupiter.api.Test;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Burst;
import todo.testing.Person;
import todo.testing.Sql;

final class StoredHashTest {
    private static final String CHEAP = "$2b$04$";
    private static final String DUE = "$2b$12$";

    private final Api api = Api.shared();
    private final Person ada = api.newPerson();

    @Test
    void a_new_account_has_a_hash_of_cost_12() {
        assertThat(hash()).startsWith(DUE);
    }

    @Test
    void a_hash_of_lower_cost_is_upgraded_at_the_next_log_in() {
        store(CHEAP);

        api.logIn(ada.email(), "wrong").isProblem(401, "INVALID_CREDENTIALS");
        assertThat(hash()).startsWith(CHEAP);

        api.logIn(ada.email(), PASSWORD).is(200);
        assertThat(hash()).startsWith(DUE);
        api.logIn(ada.email(), PASSWORD).is(200);
    }

    @Test
    void concurrent_log_ins_during_a_hash_upgrade_all_succeed() {
        store(CHEAP);

        assertThat(Burst.of(5, _ -> api.logIn(ada.email(), PASSWORD)))
                .extracting(Answer::status)
                .containsOnly(200);
        assertThat(hash()).startsWith(DUE);
    }

    @Test
    void a_hash_of_the_current_cost_is_not_replaced() {
        var hash = hash();

        api.logIn(ada.email(), PASSWORD).is(200);

        assertThat(hash()).isEqualTo(hash);
    }

    private void store(String kind) {
        var cost = Integer.parseInt(kind.substring(4, 6));
        var hash = Password.hash(PASSWORD).with(BcryptFunction.getInstance(Bcrypt.B, cost));
        Sql.run("update users set password_hash = ? where id = ?", hash.getResult(), ada.id());
    }

    private String hash() {
        return Sql.texts("select password_hash from users where id = ?", ada.id())
                .getFirst();
    }
}
