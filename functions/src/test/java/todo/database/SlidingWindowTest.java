package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Sql;

/// The counters of a rate limit, at times that the test sets.
final class SlidingWindowTest {
    private static final int LIMIT = 20;
    private static final int STEP = 5;
    private static final int ARRIVALS = 600;
    private static final String ADMIT = """
            select case when total(later) < ? then added(later, 1, ?) else later end::text
                   || case when total(later) < ? then ' admitted' else '' end
            from moved(?::integer[], ?) as later""";

    private final UUID subject = UUID.randomUUID();

    @AfterEach
    void delete_the_counts() {
        Sql.run("delete from rate_windows where subject = ?", subject);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void random_requests_never_exceed_the_limit_in_any_minute_and_are_refused_only_at_the_limit(long seed) {
        var random = new Random(seed);
        var admitted = new ArrayList<Double>();
        var counts = "{0,0,0,0,0,0,0,0,0,0,0,0,0}";
        var newest = 0L;
        var now = 0.0;
        for (var arrival = 0; arrival < ARRIVALS; arrival++) {
            now += random.nextInt(10) == 0 ? random.nextDouble() * 90 : random.nextDouble() * 3;
            var step = (long) Math.floor(now / STEP);
            var answer = admit(counts, step - newest);
            newest = step;
            counts = answer.replace(" admitted", "");
            if (answer.endsWith("admitted")) {
                admitted.add(now);
                assertThat(since(admitted, now - 60)).isLessThanOrEqualTo(LIMIT);
            } else {
                assertThat(since(admitted, now - 60 - STEP)).isGreaterThanOrEqualTo(LIMIT);
            }
        }
        assertThat(admitted).hasSizeBetween(LIMIT, ARRIVALS - 1);
    }

    @Test
    void the_row_of_a_window_does_not_grow() {
        Sql.run("select count_request(?, 6000, 5)", subject);
        var first = size();

        Sql.run("select count(count_request(?, 1000000, 5)) from generate_series(1, 10000)", subject);

        assertThat(size()).isEqualTo(first).isLessThan(150);
        assertThat(Sql.number("select total(counts) from rate_windows where subject = ?", subject))
                .isEqualTo(10_001);
    }

    private long size() {
        return Sql.number("select pg_column_size(w) from rate_windows w where subject = ?", subject);
    }

    private static String admit(String counts, long steps) {
        return Sql.texts(ADMIT, LIMIT, LIMIT, LIMIT, counts, steps).getFirst();
    }

    private static long since(List<Double> admitted, double moment) {
        return admitted.stream().filter(it -> it > moment).count();
    }
}
