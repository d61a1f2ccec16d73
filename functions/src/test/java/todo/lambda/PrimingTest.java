package todo.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.App;
import todo.Settings;
import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.HttpSettings;
import todo.http.Origins;
import todo.http.Problem;
import todo.http.Reply;
import todo.local.LocalFunctions;
import todo.testing.Api;
import todo.tokens.Authorizer;

/// What a function does before SnapStart takes its snapshot.
final class PrimingTest {
    @Test
    void a_function_is_called_hundreds_of_times() throws IOException {
        var function = new Counting(Reply.ok(Map.of()));

        Priming.of(function).beforeCheckpoint(null);

        assertThat(function.calls).hasValueGreaterThan(400);
        assertThat(function.primed).hasValue(5);
    }

    @Test
    void priming_stops_at_the_first_answer_that_the_database_is_unavailable() throws IOException {
        var function = new Counting(null);

        Priming.of(function).beforeCheckpoint(null);

        assertThat(function.calls).hasValue(1);
        assertThat(function.primed).hasValue(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"todo.accounts.Authentication", "todo.profile.Account", "todo.tasks.CreateTask"})
    void priming_does_not_fail_without_a_database(String handler) {
        var functions = new LocalFunctions(App.with(
                Settings.from(Api.environment(Map.of("DATABASE_URL", "postgres://nobody:nothing@localhost:1/none")))));

        assertThatCode(() -> Priming.of((HttpFunction) functions.apply(handler)).beforeCheckpoint(null))
                .doesNotThrowAnyException();
    }

    @Test
    void the_authorizer_is_primed_with_a_token_that_it_accepts() {
        var authorizer = (Authorizer)
                new LocalFunctions(App.with(Settings.from(Api.environment(Map.of())))).apply("todo.tokens.Authorizer");

        assertThatCode(() -> Priming.of(authorizer).beforeCheckpoint(null)).doesNotThrowAnyException();
    }

    /// Counts its calls and always gives the same answer, or 503 if there is none.
    private static final class Counting extends HttpFunction {
        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger primed = new AtomicInteger();
        private final @Nullable Reply reply;

        Counting(@Nullable Reply reply) {
            super(new HttpSettings(new Origins(Set.of()), true));
            this.reply = reply;
        }

        @Override
        public Reply handle(Call call) {
            calls.incrementAndGet();
            if (reply == null) {
                throw Problem.of(ErrorCode.DATABASE_UNAVAILABLE);
            }
            return reply;
        }

        @Override
        protected void prime() {
            primed.incrementAndGet();
        }
    }
}
