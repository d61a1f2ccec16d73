package todo.twofactor;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import todo.access.Caller;
import todo.access.Guard;
import todo.access.GuardedStatement;
import todo.reauthentication.Reauthenticated;
import todo.totp.EncryptedSecret;
import todo.totp.RecoveryCodes;
import todo.totp.SqlSecondFactor;

/// The caller's own second factor. Each method is one guarded statement.
public final class SqlTwoFactor {
    private final Guard guard;

    @Inject
    public SqlTwoFactor(Guard guard) {
        this.guard = guard;
    }

    TwoFactor find(Caller caller) {
        return guard.repeatable(caller, SqlTwoFactorStatements.FIND, UnaryOperator.identity(), new SqlTwoFactorRow(2))
                .getFirst();
    }

    /// Stores a secret to be confirmed.
    ///
    /// @return the user's email, or empty if two-factor is on
    Optional<String> begin(Caller caller, EncryptedSecret secret) {
        return guard.once(
                        caller,
                        SqlTwoFactorStatements.BEGIN,
                        query -> query.bind("keyId", secret.keyId()).bind("secret", secret.hex()),
                        (row, _) -> row.getBoolean(2) ? Optional.of(row.getString(1)) : Optional.<String>empty())
                .getFirst();
    }

    /// Returns the secret that waits to be confirmed.
    Optional<EncryptedSecret> pending(Caller caller) {
        return guard
                .repeatable(
                        caller,
                        SqlTwoFactorStatements.PENDING,
                        UnaryOperator.identity(),
                        (row, _) -> new EncryptedSecret(row.getString(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    /// Switches two-factor on.
    ///
    /// @param step the time step of the code that confirms the secret, which can't be used again
    /// @return false if the secret has been confirmed or replaced meanwhile
    boolean confirm(Caller caller, EncryptedSecret secret, long step, List<String> recoveryCodes) {
        return !guard.once(
                        caller,
                        SqlTwoFactorStatements.CONFIRM,
                        query -> query.bind("secret", secret.hex())
                                .bind("step", step)
                                .bind("hashes", RecoveryCodes.hashes(recoveryCodes)),
                        (row, _) -> row.getObject(1, UUID.class))
                .isEmpty();
    }

    CodeUse switchOff(Caller caller, Reauthenticated confirmed) {
        return use(caller, confirmed, SqlTwoFactorStatements.SWITCH_OFF, UnaryOperator.identity());
    }

    CodeUse replaceRecoveryCodes(Caller caller, Reauthenticated confirmed, List<String> codes) {
        return use(
                caller,
                confirmed,
                SqlTwoFactorStatements.REPLACE_CODES,
                query -> query.bind("hashes", RecoveryCodes.hashes(codes)));
    }

    private CodeUse use(
            Caller caller, Reauthenticated confirmed, GuardedStatement statement, UnaryOperator<Query> bindings) {
        var attempt = confirmed.attempt();
        return guard
                .once(
                        caller,
                        statement,
                        query -> bindings.apply(SqlSecondFactor.bind(query, confirmed.proof()))
                                .bind("key", attempt.key())
                                .bind("passwordChangedAt", attempt.passwordChangedAt()),
                        (row, _) -> row.getBoolean(2) ? CodeUse.DONE : CodeUse.CODE_USED)
                .stream()
                .findFirst()
                .orElse(CodeUse.PASSWORD_CHANGED);
    }
}
