package todo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import todo.bench.measure.HttpConnection;
import todo.bench.measure.Report;
import todo.testing.Api;
import todo.testing.Links;
import todo.testing.People;
import todo.testing.Sql;

/// Measures whether the time of an answer tells that an account exists: the median time of forgotten passwords
/// for four kinds of accounts, in random order. Each request has an account of its own, because the fourth
/// request of an account queues no mail.
///
/// `mvn -q test-compile exec:exec@equal-answers`
public final class EqualAnswers {
    private static final int WARM_UP = 500;
    private static final int RUNS = 200;
    private static final String UNKNOWN = "unknown";

    /// How the accounts of each kind are made from an account of [People].
    private static final Map<String, String> KINDS = Map.of(
            "known",
            "update users set email_verified = true where id = ?",
            "unverified",
            "update users set email_verified = false where id = ?",
            "deactivated",
            "update users set is_active = false where id = ?",
            UNKNOWN,
            "delete from users where id = ?");

    private EqualAnswers() {}

    public static void main(String[] arguments) throws IOException {
        Report.discardOtherOutput();
        try (var api = Api.complete(Map.of());
                var connection = HttpConnection.to(api.url());
                var report = new Report("equal-answers", "p50 ms", "to unknown")) {
            measured(api, connection, WARM_UP);
            var times = measured(api, connection, RUNS);
            var unknown = median(times.getOrDefault(UNKNOWN, List.of()));
            times.forEach((kind, nanos) -> report.row(kind, median(nanos) / 1e6, median(nanos) / unknown));
        }
        System.exit(0);
    }

    private static Map<String, List<Long>> measured(Api api, HttpConnection connection, int runs) throws IOException {
        var times = new LinkedHashMap<String, List<Long>>();
        for (var sample : samples(runs)) {
            var request = api.request("POST", Links.FORGOT).json("{\"email\": \"%s\"}".formatted(sample.email()));
            var start = System.nanoTime();
            connection.send(request).is(202);
            times.computeIfAbsent(sample.kind(), _ -> new ArrayList<>()).add(System.nanoTime() - start);
        }
        return times;
    }

    private static List<Sample> samples(int runs) {
        var samples = new ArrayList<>(Stream.generate(KINDS::keySet)
                .limit(runs)
                .flatMap(kinds -> kinds.stream().map(EqualAnswers::sample))
                .toList());
        Collections.shuffle(samples, new Random(1));
        return samples;
    }

    private static Sample sample(String kind) {
        var person = People.with("user");
        Sql.run(KINDS.getOrDefault(kind, ""), person.id());
        return new Sample(kind, person.email());
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    private record Sample(String kind, String email) {}
}
