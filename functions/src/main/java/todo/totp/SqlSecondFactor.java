package todo.totp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The parts of statements that read a second factor, and that mark codes as used. A code works once: the
/// statement that it permits marks it, and does nothing else if it was marked before.
public final class SqlSecondFactor {
    /// The columns that [#read] reads. Requires [#JOINED].
    public static final String COLUMNS = """
            factor.user_id as factor_user, factor.key_id as factor_key, encode(factor.secret, 'hex') as factor_secret,
            factor.confirmed_at as factor_confirmed_at, factor.last_step as factor_last_step,
            array(select encode(hash, 'hex') from recovery_codes where user_id = factor.user_id) as factor_hashes""";

    /// Joins the confirmed second factor of `account`, if it has one.
    public static final String JOINED = """
            left join totp_secrets as factor on factor.user_id = account.id and factor.confirmed_at is not null""";

    /// Marks the code of `:step` as used: the common table expression `used_code`, empty if it was used before.
    /// Requires the expression `locked`, the user's locked row, and the parameters of [#bind].
    public static final String USED_CODE = """
            used_code as (
                update totp_secrets set
                    last_step = :step,
                    key_id = coalesce(:renewedKeyId, key_id),
                    secret = coalesce(decode(:renewedSecret, 'hex'), secret)
                from locked
                where user_id = locked.id and confirmed_at = :confirmedAt::timestamptz and last_step < :step::bigint
                returning user_id
            )""";

    /// Deletes the recovery code of `:recoveryHash`: the common table expression `used_recovery_code`, empty if
    /// there is none. Requires the same as [#USED_CODE].
    public static final String USED_RECOVERY_CODE = """
            used_recovery_code as (
                delete from recovery_codes using locked
                where user_id = locked.id and hash = decode(:recoveryHash, 'hex')
                returning user_id
            )""";

    private SqlSecondFactor() {}

    /// Binds the parameters of [#USED_CODE] and [#USED_RECOVERY_CODE].
    public static Query bind(Query query, Proof proof) {
        var renewed = Optional.ofNullable(proof.renewed());
        return query.bind("confirmedAt", proof.confirmedAt())
                .bind("step", proof.step())
                .bind("renewedKeyId", renewed.map(EncryptedSecret::keyId).orElse(null))
                .bind("renewedSecret", renewed.map(EncryptedSecret::hex).orElse(null))
                .bind("recoveryHash", proof.recoveryHash());
    }

    /// Reads the second factor, or returns null if the account has none.
    public static @Nullable SecondFactor read(ResultSet row) throws SQLException {
        var user = row.getObject("factor_user", UUID.class);
        if (user == null) {
            return null;
        }
        return new SecondFactor(
                user,
                new EncryptedSecret(row.getString("factor_key"), row.getString("factor_secret")),
                row.getObject("factor_confirmed_at", OffsetDateTime.class),
                row.getLong("factor_last_step"),
                Set.of((String[]) row.getArray("factor_hashes").getArray()));
    }
}
