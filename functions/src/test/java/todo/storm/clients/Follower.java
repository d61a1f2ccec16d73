package todo.storm.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import todo.storm.history.Claim;
import todo.storm.history.Claim.Page;
import todo.storm.history.Claim.Sight;
import todo.storm.history.TaskState;

/// Follows the change feed of an account, one page at a time.
final class Follower {
    private final Recorder recorder;
    private final String name;
    private String since = "";

    Follower(Recorder recorder, String name) {
        this.recorder = recorder;
        this.name = "follower " + name;
    }

    /// Requests the next page. If there is no answer, the next call requests it again.
    Reply step(Session session, int limit) {
        var call = Call.of("GET", session.account().tasks() + "/changes?limit=" + limit + since);
        var reply = recorder.read("changes", session, call, page -> claims(session.account(), page));
        if (reply.isSuccess()) {
            since = "&since=" + reply.text("next_cursor");
        }
        return reply;
    }

    /// Requests pages until there are no more, and returns the last answer.
    Reply catchUp(Session session) {
        var reply = step(session, 500);
        while (reply.isSuccess() && reply.body().path("has_more").asBoolean()) {
            reply = step(session, 500);
        }
        return reply;
    }

    private List<Claim> claims(Account account, JsonNode page) {
        var claims = new ArrayList<Claim>();
        claims.add(new Page(Page.Kind.FEED, name, !page.path("has_more").asBoolean()));
        page.path("changes")
                .forEach(change -> claims.add(
                        change.path("type").asText().equals("delete")
                                ? deletion(account, change)
                                : Answers.sight(change.path("task"))));
        return claims;
    }

    private static Sight deletion(Account account, JsonNode change) {
        var id = UUID.fromString(change.path("id").asText());
        var at = Instant.parse(change.path("deleted_at").asText());
        return new Sight(account.nameOf(id), id, TaskState.ABSENT, Optional.of(at));
    }
}
