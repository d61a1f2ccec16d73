package todo.storm.history;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What an operation, with its answer, says about a task, a page or a session.
public sealed interface Claim {
    /// A claim about one task. Clients give each task a unique name, and so recognise a task whose creation was
    /// not answered.
    sealed interface OfTask extends Claim {
        String task();

        /// Returns the task after the operation if it was like this before, or nothing if the claim is then
        /// wrong.
        Optional<TaskState> after(TaskState before);
    }

    /// The operation changes the task.
    ///
    /// @param ifMatch the version that the client demanded
    /// @param version to which the answer says that the task was brought
    record Change(String task, Effect effect, OptionalInt ifMatch, OptionalInt version) implements OfTask {
        public static Change of(String task, Effect effect) {
            return new Change(task, effect, OptionalInt.empty(), OptionalInt.empty());
        }

        public Change ifMatch(int demanded) {
            return new Change(task, effect, OptionalInt.of(demanded), version);
        }

        public Change to(int answered) {
            return new Change(task, effect, ifMatch, OptionalInt.of(answered));
        }

        @Override
        public Optional<TaskState> after(TaskState before) {
            if (ifMatch.isPresent() && ifMatch.getAsInt() != before.version()) {
                return Optional.empty();
            }
            return effect.on(before).filter(it -> version.isEmpty() || version.getAsInt() == it.version());
        }

        @Override
        public String toString() {
            var condition = ifMatch.isPresent() ? " if version " + ifMatch.getAsInt() : "";
            var result = version.isPresent() ? " to version " + version.getAsInt() : "";
            return effect + " " + task + condition + result;
        }
    }

    /// The answer shows the task like this, or absent.
    ///
    /// @param changedAt when the server says that the task was changed or deleted: its position in the feed
    record Sight(String task, UUID id, TaskState state, Optional<Instant> changedAt) implements OfTask {
        public static Sight absent(String task, UUID id) {
            return new Sight(task, id, TaskState.ABSENT, Optional.empty());
        }

        @Override
        public Optional<TaskState> after(TaskState before) {
            return before.equals(state) ? Optional.of(before) : Optional.empty();
        }

        @Override
        public String toString() {
            return task + " is " + state;
        }
    }

    /// The answer says that the task has another version than this.
    record Conflict(String task, int demanded) implements OfTask {
        @Override
        public Optional<TaskState> after(TaskState before) {
            return before.exists() && before.version() != demanded ? Optional.of(before) : Optional.empty();
        }

        @Override
        public String toString() {
            return task + " is not at version " + demanded;
        }
    }

    /// The operation read a page; the sights of the same operation are its entries, in their order.
    ///
    /// @param reader who reads these pages one after the other: a follower of the feed, or one walk of a list
    /// @param last whether no page followed
    record Page(Kind kind, String reader, boolean last) implements Claim {
        public enum Kind {
            FEED,
            LIST
        }
    }

    record SessionBegun(String session) implements Claim {}

    record SessionEnded(String session) implements Claim {}

    /// The operation ends all sessions of its account except its own.
    record OtherSessionsEnded() implements Claim {}
}
