package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import todo.testing.AppRole;
import todo.testing.Request;

/// Asserts how many statements a role executes for a request that is answered with one of the statuses.
record StatementCounter(AppRole role) {
    void expectNone(Request request, Integer... statuses) {
        assertThat(role.statementsOf(request, statuses)).isZero();
    }

    void expectOne(Request request, Integer... statuses) {
        assertThat(role.statementsOf(request, statuses)).isOne();
    }

    void expectTwo(Request request, Integer... statuses) {
        assertThat(role.statementsOf(request, statuses)).isEqualTo(2);
    }
}
