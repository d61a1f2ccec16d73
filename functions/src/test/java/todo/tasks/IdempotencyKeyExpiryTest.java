package todo.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import todo.testing.Api;
import todo.testing.Sql;

@Isolated("each request with a key deletes the oldest keys of all users")
final class IdempotencyKeyExpiryTest {
    private static final String MILK = "{\"title\": \"Buy milk\"}";

    @Test
    void storing_a_key_deletes_the_two_oldest_expired_keys() {
        var alice = Api.shared().newPerson();
        for (var number = 0; number < 3; number++) {
            alice.createWithKey("old-" + number, MILK).is(201);
        }
        Sql.run("update idempotency_keys set created_at = '2020-01-01Z' where user_id = ?", alice.id());

        Api.shared()
                .newPerson()
                .createWithKey(UUID.randomUUID().toString(), MILK)
                .is(201);

        assertThat(Sql.number("select count(*) from idempotency_keys where user_id = ?", alice.id()))
                .isOne();
    }
}
