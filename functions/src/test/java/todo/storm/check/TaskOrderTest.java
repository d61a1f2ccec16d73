package todo.storm.check;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.storm.check.Script.absent;
import static todo.storm.check.Script.creation;
import static todo.storm.check.Script.delete;
import static todo.storm.check.Script.rename;
import static todo.storm.check.Script.sight;

import org.junit.jupiter.api.Test;
import todo.storm.history.Violation.Kind;

/// Histories of single tasks and of batches, written by hand.
final class TaskOrderTest {
    private final Script script = new Script().done(creation("a").to(1), sight("a", 1, "first"));

    @Test
    void a_read_may_see_a_concurrent_change_or_not() {
        script.done(rename("a", "second").to(2))
                .overlapping(sight("a", 1, "first"))
                .overlapping(sight("a", 2, "second"));

        assertThat(script.kinds()).isEmpty();
    }

    @Test
    void a_change_without_an_answer_may_never_have_happened() {
        assertThat(script.unknown(rename("a", "second"))
                        .done(sight("a", 1, "first"))
                        .kinds())
                .isEmpty();
    }

    @Test
    void a_change_without_an_answer_may_happen_late() {
        script.unknown(rename("a", "second")).done(sight("a", 1, "first")).done(sight("a", 2, "second"));

        assertThat(script.kinds()).isEmpty();
    }

    @Test
    void a_creation_without_an_answer_is_recognized() {
        script.unknown(creation("b"))
                .done(sight("b", 1, "first", 2))
                .done(delete("b"))
                .done(absent("b"));

        assertThat(script.kinds()).isEmpty();
    }

    @Test
    void a_read_must_not_be_stale() {
        script.done(rename("a", "second").to(2)).done(sight("a", 1, "first"));

        assertThat(script.kinds()).containsExactly(Kind.NO_ORDER);
    }

    @Test
    void a_change_without_an_answer_must_not_happen_twice() {
        script.unknown(rename("a", "second")).done(sight("a", 3, "second"));

        assertThat(script.kinds()).containsExactly(Kind.NO_ORDER);
    }

    @Test
    void an_acknowledged_change_must_not_be_lost() {
        script.done(rename("a", "second").to(2)).done(sight("a", 2, "first"));

        assertThat(script.kinds()).containsExactly(Kind.NO_ORDER);
    }

    @Test
    void two_changes_must_not_both_match_one_version() {
        script.done(rename("a", "second").ifMatch(1).to(2))
                .overlapping(rename("a", "third").ifMatch(1).to(3));

        assertThat(script.kinds()).containsExactly(Kind.NO_ORDER);
    }

    @Test
    void a_deleted_task_must_not_come_back() {
        assertThat(script.done(delete("a")).done(sight("a", 1, "first")).kinds())
                .contains(Kind.NO_ORDER);
    }

    @Test
    void a_refused_change_must_not_happen() {
        script.refused(rename("a", "second"), absent("b")).done(sight("a", 2, "second"));

        assertThat(script.kinds()).containsExactly(Kind.REFUSED_BUT_DONE);
    }

    @Test
    void a_refused_batch_must_not_happen_in_part() {
        script.refused(rename("a", "second"), rename("b", "second"), absent("b"))
                .done(sight("a", 2, "second"));

        assertThat(script.kinds()).containsExactly(Kind.TORN_BATCH);
    }

    @Test
    void a_batch_without_an_answer_may_happen_as_a_whole() {
        script.unknown(rename("a", "second"), creation("b")).done(sight("a", 2, "second"), sight("b", 1, "first", 3));

        assertThat(script.kinds()).isEmpty();
    }

    @Test
    void a_batch_without_an_answer_must_not_happen_in_part() {
        script.done(creation("b").to(1), sight("b", 1, "first", 2))
                .unknown(rename("a", "second"), rename("b", "second"))
                .done(rename("b", "third").to(2))
                .done(sight("b", 2, "third", 3))
                .done(rename("a", "fourth").to(3));

        assertThat(script.kinds()).isEmpty();

        script.done(delete("b"))
                .unknown(rename("a", "fifth"), rename("b", "fifth"))
                .done(sight("a", 4, "fifth", 5));

        assertThat(script.kinds()).containsExactly(Kind.TORN_BATCH);
    }
}
