package todo.local.gateway.authorizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An IAM policy for invoking an API. Unknown elements, such as conditions, make the policy invalid: ignoring
/// them could allow a request that AWS denies.
record Policy(List<Statement> statements) {
    private static final Set<String> MEMBERS = Set.of("Sid", "Effect", "Action", "Resource");

    /// @throws IllegalArgumentException if the policy is invalid
    static Policy of(JsonNode document) {
        var statement = document.path("Statement");
        var statements = statement.isArray() ? statement.valueStream() : Stream.of(statement);
        return new Policy(statements.map(Policy::statement).toList());
    }

    boolean denies(String methodArn) {
        return covers("Deny", methodArn);
    }

    boolean allows(String methodArn) {
        return covers("Allow", methodArn);
    }

    private boolean covers(String effect, String methodArn) {
        return statements.stream().anyMatch(each -> each.effect.equals(effect) && each.covers(methodArn));
    }

    private static Statement statement(JsonNode statement) {
        var effect = statement.path("Effect").asText();
        var isKnown = statement.propertyStream().allMatch(member -> MEMBERS.contains(member.getKey()));
        if (!isKnown || !(effect.equals("Allow") || effect.equals("Deny"))) {
            throw new IllegalArgumentException("invalid policy statement: " + statement);
        }
        return new Statement(effect, patterns(statement.path("Action")), patterns(statement.path("Resource")));
    }

    private static List<Pattern> patterns(JsonNode texts) {
        var all = texts.isArray() ? texts.valueStream() : Stream.of(texts);
        return all.map(JsonNode::asText).map(Policy::pattern).toList();
    }

    private static Pattern pattern(String wildcards) {
        var quoted = Pattern.quote(wildcards).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(quoted, Pattern.DOTALL);
    }

    private record Statement(String effect, List<Pattern> actions, List<Pattern> resources) {
        boolean covers(String methodArn) {
            return matches(actions, "execute-api:Invoke") && matches(resources, methodArn);
        }

        private static boolean matches(List<Pattern> patterns, String text) {
            return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
        }
    }
}
