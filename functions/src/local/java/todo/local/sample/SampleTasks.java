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

/// Tasks of the last year, in the order in which they came. A few people have many of them, and many have few.
final class SampleTasks {
    static final String COLUMNS = "tasks (id, user_id, title, description, priority, due_date, created_at, updated_at,"
            + " completed_at, version)";
    static final String FEED_COLUMNS = "task_feeds (user_id, changed_at)";

    private static final String[] PRIORITIES = {
        "low", "low", "medium", "medium", "medium", "medium", "high", "high", "urgent"
    };
    private static final Duration USUAL_TIME = Duration.ofDays(14);

    private final SamplePeople people;
    private final int many;
    private final Instant now;
    private final Random random;

    SampleTasks(SamplePeople people, int many, Instant now) {
        this.people = people;
        this.many = many;
        this.now = now.truncatedTo(MICROS);
        this.random = new Random(people.first());
    }

    /// To be gone through once.
    Stream<String> rows() {
        return IntStream.range(0, many).mapToObj(this::row);
    }

    /// Before the tasks. Their counts are still missing.
    Stream<String> feeds() {
        return IntStream.range(0, people.many()).mapToObj(index -> Row.of(people.id(index), now));
    }

    private String row(int index) {
        var owner = (int) (people.many() * Math.pow(random.nextDouble(), 2));
        var created = now.minus(SamplePeople.LATEST)
                .plusMillis(SamplePeople.LATEST.toMillis() * index / Math.max(1, many))
                .plus(index % 1000, MICROS); // no two changes of one person at the same moment
        var completed = completed(created);
        return Row.of(
                GUID.v7(created, random).toUUID(),
                people.id(owner),
                Phrases.title(random),
                random.nextInt(10) < 4 ? Phrases.description(random) : null,
                PRIORITIES[random.nextInt(PRIORITIES.length)],
                random.nextInt(10) < 6 ? due(created) : null,
                created,
                completed == null ? created : completed,
                completed,
                completed == null ? 1 : 2);
    }

    private @Nullable Instant completed(Instant created) {
        var completed = created.plusMillis((long) (USUAL_TIME.toMillis() * random.nextDouble()));
        return completed.isBefore(now) && random.nextInt(10) < 7 ? completed : null;
    }

    private Instant due(Instant created) {
        return created.plus(Duration.ofHours(12 + random.nextInt(30 * 24))).truncatedTo(HOURS);
    }
}
