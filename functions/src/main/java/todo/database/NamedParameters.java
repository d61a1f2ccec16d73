package todo.database;

import static java.util.Objects.requireNonNullElseGet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/// Finds the named parameters of a statement. JDBI's own parser is a generated lexer, whose hundred classes cost a cold
/// start more than the work is worth.
final class NamedParameters implements SqlParser {
    /// A parameter, or what may contain a colon and is none: a string literal, a cast.
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|::|:([a-zA-Z]\\w*)");

    private static final int MOST_KEPT = 1000;

    private final Map<String, ParsedSql> kept = new ConcurrentHashMap<>();

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        return kept.size() < MOST_KEPT
                ? kept.computeIfAbsent(sql, NamedParameters::parse)
                : requireNonNullElseGet(kept.get(sql), () -> parse(sql));
    }

    @Override
    public String nameParameter(String name, StatementContext context) {
        return ":" + name;
    }

    private static ParsedSql parse(String sql) {
        var result = ParsedSql.builder();
        var tokens = TOKEN.matcher(sql);
        var end = 0;
        while (tokens.find()) {
            var name = tokens.group(1);
            if (name != null) {
                result.append(sql.substring(end, tokens.start())).appendNamedParameter(name);
                end = tokens.end();
            }
        }
        return result.append(sql.substring(end)).build();
    }
}
