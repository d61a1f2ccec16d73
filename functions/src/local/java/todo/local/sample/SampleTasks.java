package todo.local.sample;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MICROS;

import com.github.f4b6a3.uuid.alt.GUID;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sample tasks of the last year in the order of creation. A few users have many tasks, and many have few.
final class SampleTasks {
    static final String COLUMNS = "tasks (id, user_id, title, description, priority, due_date, created_at, updated_at,"
            + " completed_at, version)";
    static final String FEED_COLUMNS = "task_feeds (user_id, changed_at)";

    private static final String[] PRIORITIES = {
        "low", "low", "medium", "medium", "medium", "medium", "high", "high", "urgent"
    };
    private static final Duration MAX_DURATION = Duration.ofDays(14);

    private final SamplePeople people;
    private final int count;
    private final Instant now;
    private final Random random;

    SampleTasks(SamplePeople people, int count, Instant now) {
        this.people = people;
        this.count = count;
        this.now = now.truncatedTo(MICROS);
        this.random = new Random(people.first());
    }

    /// The rows are random; read them once.
    Stream<String> rows() {
        return IntStream.range(0, count).mapToObj(this::row);
    }

    /// The rows of `task_feeds`, which tasks reference. The task counts are set later.
    Stream<String> feeds() {
        return IntStream.range(0, people.count()).mapToObj(index -> CopyRow.of(people.id(index), now));
    }

    private String row(int index) {
        var owner = (int) (people.count() * Math.pow(random.nextDouble(), 2));
        var created = now.minus(SamplePeople.LATEST)
                .plusMillis(SamplePeople.LATEST.toMillis() * index / Math.max(1, count))
                .plus(index % 1000, MICROS); // no two tasks of one user with the same timestamp
        var completed = completed(created);
        return CopyRow.of(
                GUID.v7(created, random).toUUID(),
                people.id(owner),
                SampleTexts.title(random),
                random.nextInt(10) < 4 ? SampleTexts.description(random) : null,
                PRIORITIES[random.nextInt(PRIORITIES.length)],
                random.nextInt(10) < 6 ? due(created) : null,
                created,
                completed == null ? created : completed,
                completed,
                completed == null ? 1 : 2);
    }

    private @Nullable Instant completed(Instant created) {
        var completed = created.plusMillis((long) (MAX_DURATION.toMillis() * random.nextDouble()));
        return completed.isBefore(now) && random.nextInt(10) < 7 ? completed : null;
    }

    private Instant due(Instant created) {
        return created.plus(Duration.ofHours(12 + random.nextInt(30 * 24))).truncatedTo(HOURS);
    }
}
