package todo.storm.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import todo.storm.history.Claim;
import todo.storm.history.Claim.Page;

/// Walks along the list of tasks, page by page, by cursors.
final class Walk {
    private static final int MOST_FAILURES = 5;

    private final Recorder recorder;
    private final String name;

    Walk(Recorder recorder, String name) {
        this.recorder = recorder;
        this.name = "walk " + name;
    }

    /// Walks from the first page to the last, requesting a page again if it was not answered.
    ///
    /// @return the last answer
    Reply run(Session session, String order, int limit) {
        var path = session.account().tasks() + "?order=%s&limit=%d".formatted(order, limit);
        var cursor = "";
        for (var failures = 0; ; ) {
            var reply = recorder.read("list", session, Call.of("GET", path + cursor), this::claims);
            if (isLast(reply.body()) || reply.is("UNAUTHENTICATED") || failures == MOST_FAILURES) {
                return reply;
            }
            if (reply.isSuccess()) {
                cursor = "&cursor=" + reply.text("next_cursor");
            } else {
                failures++;
                recorder.pause();
            }
        }
    }

    private List<Claim> claims(JsonNode page) {
        var claims = new ArrayList<Claim>();
        claims.add(new Page(Page.Kind.LIST, name, isLast(page)));
        page.path("tasks").forEach(task -> claims.add(Answers.sight(task)));
        return claims;
    }

    private static boolean isLast(JsonNode page) {
        return page.path("next_cursor").isNull();
    }
}
