package todo.storm.clients;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import todo.storm.history.Claim.Change;
import todo.storm.history.Effect;

/// Requests for single tasks. Those that change one demand its version now and then.
final class TaskActions {
    private static final int MOST_TASKS = 40;

    private final Recorder recorder;
    private final RandomGenerator random;
    private final Names names;

    TaskActions(Recorder recorder, RandomGenerator random, Names names) {
        this.recorder = recorder;
        this.random = random;
        this.names = names;
    }

    Reply create(Session session) {
        if (session.account().size() >= MOST_TASKS) {
            return delete(session);
        }
        var effect = new Effect.Create(names.next(), random.nextBoolean());
        var name = names.next();
        var call = Call.of("POST", session.account().tasks())
                .json(Map.of("title", effect.title(), "description", name, "completed", effect.completed()));
        return recorder.perform(
                "create",
                session,
                random.nextBoolean() ? withKey(call, random) : call,
                List.of(Change.of(name, effect)),
                List.of(Optional.empty()));
    }

    Reply get(Session session) {
        return session.account().any(random).map(task -> get(session, task)).orElseGet(() -> create(session));
    }

    Reply get(Session session, KnownTask task) {
        var call = Call.of("GET", session.account().task(task));
        return recorder.perform("get", session, call, List.of(), List.of(Optional.of(task)));
    }

    Reply patch(Session session) {
        var title = names.next();
        var effect = new Effect.Edit(Optional.of(title), Optional.empty());
        return change(
                "patch",
                session,
                effect,
                (account, task) -> Call.of("PATCH", account.task(task)).json(Map.of("title", title)));
    }

    /// The description must be sent again, or PUT would clear it.
    Reply put(Session session) {
        var title = names.next();
        var completed = random.nextBoolean();
        var effect = new Effect.Edit(Optional.of(title), Optional.of(completed));
        return change(
                "put",
                session,
                effect,
                (account, task) -> Call.of("PUT", account.task(task))
                        .json(Map.of("title", title, "description", task.name(), "completed", completed)));
    }

    Reply complete(Session session) {
        var completed = random.nextBoolean();
        var effect = new Effect.Edit(Optional.empty(), Optional.of(completed));
        return change(
                "complete",
                session,
                effect,
                (account, task) ->
                        Call.of("PATCH", account.task(task) + "/complete").json(Map.of("completed", completed)));
    }

    Reply toggle(Session session) {
        return change(
                "toggle",
                session,
                new Effect.Toggle(),
                (account, task) -> Call.of("PATCH", account.task(task) + "/complete"));
    }

    Reply delete(Session session) {
        return change("delete", session, new Effect.Delete(), (account, task) -> Call.of("DELETE", account.task(task)));
    }

    static Call withKey(Call call, RandomGenerator random) {
        return call.header("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
    }

    private Reply change(String kind, Session session, Effect effect, BiFunction<Account, KnownTask, Call> request) {
        var any = session.account().any(random);
        if (any.isEmpty()) {
            return create(session);
        }
        var task = any.get();
        var anyVersion = Change.of(task.name(), effect);
        var change = task.version() > 0 && random.nextInt(3) == 0 ? anyVersion.ifMatch(task.version()) : anyVersion;
        var call = request.apply(session.account(), task).ifMatch(change.ifMatch());
        return recorder.perform(kind, session, call, List.of(change), List.of(any));
    }
}
