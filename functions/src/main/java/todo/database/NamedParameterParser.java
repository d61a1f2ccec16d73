package todo.database;

import static java.util.Objects.requireNonNullElseGet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/// Finds the named parameters of a statement. JDBI's default parser is a generated lexer, whose hundred classes
/// slow down a cold start.
final class NamedParameterParser implements SqlParser {
    /// Matches a parameter, or a string literal or cast, whose colons belong to no parameter.
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|::|:([a-zA-Z]\\w*)");

    private static final int CACHE_SIZE = 1000;

    private final Map<String, ParsedSql> cache = new ConcurrentHashMap<>();

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        return cache.size() < CACHE_SIZE
                ? cache.computeIfAbsent(sql, NamedParameterParser::parse)
                : requireNonNullElseGet(cache.get(sql), () -> parse(sql));
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
