package todo.storm.clients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import todo.storm.history.Claim;

/// A user, and the tasks that its clients have been told of.
final class Account {
    private final UUID id;
    private final String email;
    private final Map<UUID, KnownTask> present = new LinkedHashMap<>();
    private final Map<UUID, KnownTask> deleted = new LinkedHashMap<>();

    Account(UUID id, String email) {
        this.id = id;
        this.email = email;
    }

    String name() {
        return id.toString();
    }

    String email() {
        return email;
    }

    String tasks() {
        return "/api/v1/users/" + id + "/tasks";
    }

    String task(KnownTask task) {
        return tasks() + "/" + task.id();
    }

    /// Remembers what an answer showed.
    synchronized void learn(List<Claim> claims) {
        for (var claim : claims) {
            if (claim instanceof Claim.Sight(var name, var task, var state, var _)) {
                if (!state.exists()) {
                    forget(new KnownTask(task, name, 0));
                } else if (!deleted.containsKey(task)) {
                    present.merge(
                            task,
                            new KnownTask(task, name, state.version()),
                            (before, now) -> before.version() > now.version() ? before : now);
                }
            }
        }
    }

    /// Remembers that a task was deleted.
    synchronized void forget(KnownTask task) {
        present.remove(task.id());
        deleted.put(task.id(), task);
    }

    /// The name of a task, which deletions in the feed don't show.
    synchronized String nameOf(UUID task) {
        return Optional.ofNullable(present.getOrDefault(task, deleted.get(task)))
                .map(KnownTask::name)
                .orElseGet(task::toString);
    }

    synchronized int size() {
        return present.size();
    }

    synchronized List<KnownTask> present() {
        return List.copyOf(present.values());
    }

    /// Returns one of the tasks, or now and then one that was deleted.
    synchronized Optional<KnownTask> any(RandomGenerator random) {
        var choice = new ArrayList<>(random.nextInt(20) == 0 ? deleted.values() : present.values());
        return choice.isEmpty() ? Optional.empty() : Optional.of(choice.get(random.nextInt(choice.size())));
    }
}
