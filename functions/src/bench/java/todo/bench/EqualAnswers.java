package todo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import todo.bench.measure.HttpConnection;
import todo.bench.measure.Report;
import todo.testing.Api;
import todo.testing.MailServer;
import todo.testing.Sql;

/// Measures whether the time of an answer tells that an account exists: the median time of forgotten passwords
/// for four kinds of accounts, in random order. Each request has an account of its own, because the fourth
/// request of an account queues no mail. The mail server is unreachable, because sending takes processor time.
///
/// `mvn -q test-compile exec:exec@equal-answers`
public final class EqualAnswers {
    private static final int WARM_UP = 1000;
    private static final int RUNS = 200;
    private static final String UNKNOWN = "unknown";
    private static final List<String> KINDS = List.of("known", "unverified", "deactivated", UNKNOWN);

    private EqualAnswers() {}

    public static void main(String[] arguments) throws IOException {
        Report.discardOtherOutput();
        try (var api = Api.with(MailServer.settings("smtp://localhost:1"));
                var connection = HttpConnection.to(api.url());
                var report = new Report("equal-answers", "p50 ms", "to unknown")) {
            insertAccounts();
            var emails = IntStream.range(0, WARM_UP + RUNS)
                    .mapToObj(EqualAnswers::emails)
                    .toList();
            measured(api, connection, emails.subList(0, WARM_UP));
            var times = measured(api, connection, emails.subList(WARM_UP, emails.size()));
            var unknown = median(times.getOrDefault(UNKNOWN, List.of()));
            times.forEach((kind, nanos) -> report.row(kind, median(nanos) / 1e6, median(nanos) / unknown));
        }
        System.exit(0);
    }

    private static void insertAccounts() {
        Sql.run("""
                insert into users (id, email, name, email_verified, is_active)
                select gen_random_uuid(), kind || '-' || number || '@example.org', 'Someone',
                       kind <> 'unverified', kind <> 'deactivated'
                from unnest(array['known', 'unverified', 'deactivated']) as kind, generate_series(0, ?) as number""", WARM_UP + RUNS);
    }

    /// One email of each kind, in random order.
    private static List<String> emails(int number) {
        var emails = new ArrayList<>(
                KINDS.stream().map(kind -> kind + "-" + number + "@example.org").toList());
        Collections.shuffle(emails, new Random(number));
        return emails;
    }

    /// Returns the times in nanoseconds by kind.
    private static Map<String, List<Long>> measured(Api api, HttpConnection connection, List<List<String>> rounds)
            throws IOException {
        var times = new TreeMap<String, List<Long>>();
        for (var round : rounds) {
            for (var email : round) {
                var request = api.request("POST", "/api/v1/auth/password/forgot")
                        .json("{\"email\": \"%s\"}".formatted(email));
                var start = System.nanoTime();
                connection.send(request).is(202);
                times.computeIfAbsent(email.split("-", 2)[0], _ -> new ArrayList<>())
                        .add(System.nanoTime() - start);
            }
        }
        return times;
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }
}
