package todo.tasks.list;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

/// Tasks with many equal values in every sortable field, and their expected order.
final class ManyTasks {
    private ManyTasks() {}

    static Person ownerOf(int many) {
        var owner = Api.shared().newPerson();
        People.addToPendingCount(owner.id(), many);
        Sql.run("""
                insert into tasks (id, user_id, title, priority, due_date, created_at, updated_at)
                select uuidv7(), ?, (array['b', 'A', 'á', 'B', 'a b', 'Z-a', 'ß', '日', '😀'])[i % 9 + 1],
                       (enum_range(null::priority))[i % 4 + 1],
                       case when i % 3 > 0 then moment + i % 5 * interval '1 day' end,
                       moment + i % 7 * interval '1 microsecond', moment + i % 4 * interval '1 hour'
                from generate_series(1, ?) i, (select timestamptz '2026-01-20T10:15:30Z') as at (moment)
                """, owner.id(), many);
        return owner;
    }

    static Stream<Arguments> orders() {
        return Stream.of("created_at", "updated_at", "due_date", "priority", "title")
                .flatMap(sort -> Stream.of("asc", "desc").map(order -> Arguments.of(sort, order)));
    }

    static List<JsonNode> of(Answer list) {
        return StreamSupport.stream(list.is(200).json().path("tasks").spliterator(), false)
                .toList();
    }

    static List<String> ids(List<JsonNode> tasks) {
        return tasks.stream().map(task -> task.path("id").asText()).toList();
    }

    /// The specified order: the id breaks ties in the same direction, and tasks without a due date come last.
    static Comparator<JsonNode> comparator(String sort, String order) {
        var byId = comparing((JsonNode task) -> task.path("id").asText());
        return switch (sort) {
            case "due_date" -> dueDates(order).thenComparing(directed(byId, order));
            case "priority" -> directed(comparing(ManyTasks::urgency).thenComparing(byId), order);
            case "title" -> directed(comparing(ManyTasks::folded).thenComparing(byId), order);
            default ->
                directed(
                        comparing((JsonNode task) -> moment(task, sort), nullsFirst(Instant::compareTo))
                                .thenComparing(byId),
                        order);
        };
    }

    private static Comparator<JsonNode> dueDates(String order) {
        return comparing(task -> moment(task, "due_date"), nullsLast(directed(Instant::compareTo, order)));
    }

    private static <T> Comparator<T> directed(Comparator<T> comparator, String order) {
        return order.equals("asc") ? comparator : comparator.reversed();
    }

    private static @Nullable Instant moment(JsonNode task, String member) {
        return task.path(member).isNull()
                ? null
                : Instant.parse(task.path(member).asText());
    }

    private static int urgency(JsonNode task) {
        return List.of("low", "medium", "high", "urgent")
                .indexOf(task.path("priority").asText());
    }

    private static String folded(JsonNode task) {
        return Normalizer.normalize(task.path("title").asText(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT);
    }
}
