package todo.storm.check;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.storm.check.Script.creation;
import static todo.storm.check.Script.delete;
import static todo.storm.check.Script.rename;
import static todo.storm.check.Script.sight;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import todo.storm.history.Claim;
import todo.storm.history.Claim.Page;
import todo.storm.history.Claim.Sight;
import todo.storm.history.TaskState;
import todo.storm.history.Violation.Kind;

/// Histories of followers, walks along lists and sessions, written by hand.
final class PagesAndSessionsTest {
    private static final Page FEED_END = new Page(Page.Kind.FEED, "follower", true);
    private static final Page LIST = new Page(Page.Kind.LIST, "walk", false);
    private static final Page LIST_END = new Page(Page.Kind.LIST, "walk", true);

    private final Script script = new Script()
            .done(creation("a").to(1), sight("a", 1, "first"))
            .done(creation("b").to(1), sight("b", 1, "first", 2));

    @Test
    void a_follower_may_be_told_of_the_latest_change_only() {
        script.done(FEED_END, sight("a", 1, "first"), sight("b", 1, "first", 2))
                .done(rename("a", "second").to(2), sight("a", 2, "second", 3))
                .done(rename("a", "third").to(3), sight("a", 3, "third", 4))
                .done(FEED_END, sight("a", 3, "third", 4));

        assertThat(script.kinds()).isEmpty();
    }

    @Test
    void a_follower_must_be_told_of_every_task() {
        assertThat(script.done(FEED_END, sight("b", 1, "first", 2)).kinds()).containsExactly(Kind.FEED_SKIPPED);
    }

    @Test
    void a_follower_must_be_told_of_changes_in_their_order() {
        script.done(FEED_END, sight("b", 1, "first", 2), sight("a", 1, "first"));

        assertThat(script.kinds()).containsExactly(Kind.FEED_ORDER);
    }

    @Test
    void a_later_change_must_have_a_later_position() {
        script.done(rename("a", "second").to(2), sight("a", 2, "second", 1));

        assertThat(script.kinds()).containsExactly(Kind.FEED_ORDER);
    }

    @Test
    void a_walk_may_miss_a_task_that_is_deleted_meanwhile() {
        script.done(LIST, sight("a", 1, "first")).unknown(delete("b")).done(LIST_END);

        assertThat(script.kinds()).isEmpty();
    }

    @Test
    void a_walk_must_not_miss_a_task() {
        assertThat(script.done(LIST_END, sight("a", 1, "first")).kinds()).containsExactly(Kind.LIST_SKIPPED);
    }

    @Test
    void a_walk_must_not_show_a_task_twice() {
        script.done(LIST, sight("a", 1, "first")).done(LIST_END, sight("a", 1, "first"), sight("b", 1, "first", 2));

        assertThat(script.kinds()).containsExactly(Kind.LIST_REPEATED);
    }

    @Test
    void a_creation_must_not_make_two_tasks() {
        var copy = new Sight("a", UUID.randomUUID(), new TaskState(1, "first", false), Optional.empty());

        assertThat(script.done(copy).kinds()).containsExactly(Kind.DOUBLED_CREATE);
    }

    @Test
    void a_session_must_be_refused_after_its_end_alone() {
        script.done(new Claim.SessionBegun("s")).with("s", "").with("s", "", new Claim.SessionEnded("s"));

        assertThat(script.with("s", "UNAUTHENTICATED").kinds()).isEmpty();
        assertThat(script.with("s", "").kinds()).containsExactly(Kind.ENDED_SESSION_ANSWERED);
    }

    @Test
    void other_sessions_must_be_refused_after_a_change_of_the_password() {
        script.done(new Claim.SessionBegun("s"))
                .done(new Claim.SessionBegun("t"))
                .with("t", "", new Claim.OtherSessionsEnded())
                .with("t", "")
                .with("s", "UNAUTHENTICATED");

        assertThat(script.kinds()).isEmpty();
        assertThat(script.with("s", "").kinds()).containsExactly(Kind.ENDED_SESSION_ANSWERED);
    }

    @Test
    void a_live_session_must_not_be_refused() {
        script.done(new Claim.SessionBegun("s")).with("s", "UNAUTHENTICATED");

        assertThat(script.kinds()).containsExactly(Kind.LIVE_SESSION_REFUSED);
    }
}
