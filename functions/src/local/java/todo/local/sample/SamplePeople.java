package todo.local.sample;

import com.github.f4b6a3.uuid.alt.GUID;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Sample users, who registered between two years and one year ago. The name and email depend on the number
/// only.
public final class SamplePeople {
    public static final String PASSWORD = "try it with sample data";
    static final Duration EARLIEST = Duration.ofDays(730);
    static final Duration LATEST = Duration.ofDays(365);
    static final String COLUMNS =
            "users (id, email, name, first_name, last_name, password_hash, password_changed_at, created_at, updated_at)";

    private static final String HASH = "$2b$12$rh4fCHflzikk2/8kmt0S0eN0T8t1p0OFEEPgg4CGNOdkFQe7Yn1PO";
    private static final List<String> FIRST_NAMES = List.of(
            "Ada",
            "Alan",
            "Barbara",
            "Claude",
            "Donald",
            "Edsger",
            "Frances",
            "Grace",
            "Hedy",
            "Ivan",
            "Joan",
            "Ken",
            "Leslie",
            "Margaret",
            "Niklaus",
            "Radia",
            "Shafi",
            "Tim",
            "Ursula",
            "Zoë");
    private static final List<String> LAST_NAMES = List.of(
            "Almeida",
            "Bauer",
            "Castillo",
            "Dubois",
            "Eriksson",
            "Fernández",
            "García",
            "Huang",
            "Ivanova",
            "Jørgensen",
            "Kowalski",
            "Larsen",
            "Müller",
            "Nakamura",
            "Okafor",
            "Patel",
            "Rossi",
            "Santos",
            "Tanaka",
            "Yılmaz",
            "Żak");

    private final int first;
    private final Instant now;
    private final UUID[] ids;

    SamplePeople(int first, int count, Instant now) {
        this.first = first;
        this.now = now;
        var random = new Random(first);
        this.ids = IntStream.range(0, count)
                .mapToObj(index -> GUID.v7(registered(index, count), random).toUUID())
                .toArray(UUID[]::new);
    }

    public static String email(int number) {
        return "person-" + number + "@example.org";
    }

    int first() {
        return first;
    }

    int count() {
        return ids.length;
    }

    UUID id(int index) {
        return ids[index];
    }

    Stream<String> rows() {
        return IntStream.range(0, ids.length).mapToObj(this::row);
    }

    private String row(int index) {
        var number = first + index;
        var firstName = FIRST_NAMES.get(number % FIRST_NAMES.size());
        var lastName = LAST_NAMES.get(number % LAST_NAMES.size());
        var registered = registered(index, ids.length);
        return CopyRow.of(
                ids[index],
                email(number),
                firstName + " " + lastName,
                firstName,
                lastName,
                HASH,
                registered,
                registered,
                registered);
    }

    private Instant registered(int index, int count) {
        var span = EARLIEST.minus(LATEST);
        return now.minus(EARLIEST).plusMillis(span.toMillis() * index / count);
    }
}
