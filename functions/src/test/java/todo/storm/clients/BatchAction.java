package todo.storm.clients;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import todo.storm.history.Claim.Change;
import todo.storm.history.Effect;

/// Batches that create a task and change some others. A few name a deleted task or an old version, and are
/// refused.
final class BatchAction {
    private static final int MOST_OTHERS = 4;

    private final Recorder recorder;
    private final RandomGenerator random;
    private final Names names;

    BatchAction(Recorder recorder, RandomGenerator random, Names names) {
        this.recorder = recorder;
        this.random = random;
        this.names = names;
    }

    Reply send(Session session) {
        var parts =
                Stream.concat(Stream.of(creation()), others(session.account())).toList();
        var call = Call.of("POST", session.account().tasks() + "/batch")
                .json(Map.of("operations", parts.stream().map(Part::json).toList()));
        return recorder.perform(
                "batch",
                session,
                random.nextBoolean() ? TaskActions.withKey(call, random) : call,
                parts.stream().map(Part::change).toList(),
                parts.stream().map(Part::target).toList());
    }

    private Part creation() {
        var effect = new Effect.Create(names.next(), random.nextBoolean());
        var name = names.next();
        var task = Map.of("title", effect.title(), "description", name, "completed", effect.completed());
        return new Part(Change.of(name, effect), Optional.empty(), Map.of("op", "create", "task", task));
    }

    /// Each part has another task, so that the answer shows each task as its part has left it.
    private Stream<Part> others(Account account) {
        return IntStream.rangeClosed(0, random.nextInt(MOST_OTHERS))
                .mapToObj(_ -> account.any(random))
                .flatMap(Optional::stream)
                .distinct()
                .map(this::other);
    }

    private Part other(KnownTask task) {
        var title = names.next();
        var completed = random.nextBoolean();
        return switch (random.nextInt(4)) {
            case 0 -> part(task, new Effect.Delete(), Map.of("op", "delete"));
            case 1 ->
                part(
                        task,
                        new Effect.Edit(Optional.empty(), Optional.of(completed)),
                        Map.of("op", "complete", "completed", completed));
            default ->
                part(
                        task,
                        new Effect.Edit(Optional.of(title), Optional.empty()),
                        Map.of("op", "update", "task", Map.of("title", title)));
        };
    }

    private Part part(KnownTask task, Effect effect, Map<String, ?> members) {
        var json = new LinkedHashMap<String, Object>(members);
        json.put("id", task.id());
        var change = Change.of(task.name(), effect);
        if (task.version() == 0 || random.nextInt(4) > 0) {
            return new Part(change, Optional.of(task), json);
        }
        json.put("version", task.version());
        return new Part(change.ifMatch(task.version()), Optional.of(task), json);
    }

    private record Part(Change change, Optional<KnownTask> target, Map<String, ?> json) {}
}
