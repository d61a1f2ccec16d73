package todo.admin;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import todo.database.Guard;
import todo.database.GuardedStatement;
import todo.http.Caller;
import todo.http.Choices;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.users.SqlUserRow;
import todo.users.User;

public final class SqlAllUsers implements AllUsers {
    private final Guard guard;

    public SqlAllUsers(Guard guard) {
        this.guard = guard;
    }

    @Override
    public Page<User> list(Caller caller, UserQuery query) {
        var role = query.role();
        var cursor = query.cursor();
        var found = guard.repeatable(
                caller,
                SqlAllUserStatements.list(query),
                bound -> bound.bind("role", role == null ? null : Choices.spelled(role))
                        .bind("active", query.isActive())
                        .bind("search", query.search())
                        .bind("after", cursor == null ? null : cursor.at())
                        .bind("afterKey", cursor == null ? null : cursor.key())
                        .bind("limit", query.limit()),
                new SqlUserRow(1));
        return Page.of(
                found,
                query.limit(),
                user -> new Cursor(user.createdAt(), user.id().toString()));
    }

    @Override
    public Optional<User> find(Caller caller) {
        return guard.repeatable(caller, SqlAllUserStatements.FIND, UnaryOperator.identity(), new SqlUserRow(1)).stream()
                .findFirst();
    }

    @Override
    public User change(Caller caller, UserChange change) {
        var role = change.role();
        return decide(
                caller,
                SqlAllUserStatements.CHANGE,
                query -> query.bind("role", role == null ? null : Choices.spelled(role))
                        .bind("active", change.isActive()),
                new SqlUserRow(2));
    }

    @Override
    public void delete(Caller caller) {
        decide(caller, SqlAllUserStatements.DELETE, UnaryOperator.identity(), (row, _) -> row.getString(1));
    }

    private <T> T decide(
            Caller caller, GuardedStatement statement, UnaryOperator<Query> bindings, RowMapper<T> mapper) {
        return guard.once(caller, statement, bindings, (row, context) -> {
                    refuseIfAny(row.getString(1));
                    return mapper.map(row, context);
                })
                .getFirst();
    }

    private static void refuseIfAny(String refusal) {
        if (!refusal.isEmpty()) {
            throw Problem.of(ErrorCode.valueOf(refusal));
        }
    }
}
