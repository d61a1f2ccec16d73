package todo.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

/// Every form that reads query parameters. The first line is the route, the others are parameters such as
/// `limit=1`.
final class QueryFuzzTest {
    @BeforeAll
    static void start() {
        FunctionCall.start();
    }

    @FuzzTest
    void any_query_is_served_or_refused_and_the_cursor_of_a_page_is_accepted(byte[] input) {
        var lines = Lines.of(input, 20);
        var call = FunctionCall.of(FunctionCall.routes("GET"), lines.text(0));
        var query = parameters(lines.texts());

        var answer = call.query(query).send().isServedOrRefused();

        if (answer.isPage() && answer.json().path("next_cursor").isTextual()) {
            var isFeed = call.route().path().endsWith("/changes");
            query.remove("page");
            query.put(
                    isFeed ? "since" : "cursor",
                    List.of(answer.json().path("next_cursor").textValue()));
            assertThat(call.query(query).send().status()).isEqualTo(200);
        }
    }

    private static Map<String, List<String>> parameters(List<String> lines) {
        var parameters = new HashMap<String, List<String>>();
        for (var line : lines.subList(1, lines.size())) {
            var parts = line.split("=", 2);
            parameters.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts.length > 1 ? parts[1] : "");
        }
        return parameters;
    }
}
