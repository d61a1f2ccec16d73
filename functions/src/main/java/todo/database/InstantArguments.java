package todo.database;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Binds instants in the Gregorian calendar, as PostgreSQL has it. JDBI's default uses the Julian one before
/// 1582.
final class InstantArguments extends AbstractArgumentFactory<Instant> {
    InstantArguments() {
        super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant moment, ConfigRegistry config) {
        return (place, statement, _) -> statement.setObject(place, moment.atOffset(ZoneOffset.UTC));
    }
}
