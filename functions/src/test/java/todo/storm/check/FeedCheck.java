package todo.storm.check;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import todo.storm.history.Claim.Page;
import todo.storm.history.Claim.Sight;
import todo.storm.history.Operation;
import todo.storm.history.Violation;
import todo.storm.history.Violation.Kind;

/// Followers of the change feed are told of changes in an order of positions and versions, and miss none: at
/// the end of the feed, a follower has seen each task at least as new as anyone was told before.
final class FeedCheck {
    private final List<Operation> operations;
    private final Map<String, List<Fact>> facts;
    private final Lifetimes lifetimes;

    FeedCheck(List<Operation> operations) {
        this.operations = operations;
        this.lifetimes = new Lifetimes(operations);
        this.facts = Fact.of(operations).stream()
                .sorted(Comparator.comparingLong(it -> it.source().answered()))
                .collect(groupingBy(it -> it.source().account()));
    }

    List<Violation> violations() {
        return Pages.of(operations, Page.Kind.FEED).stream()
                .flatMap(follower -> Stream.concat(order(follower), completeness(follower)))
                .toList();
    }

    private static Stream<Violation> order(Pages follower) {
        var violations = new ArrayList<Violation>();
        var seen = new HashMap<String, Integer>();
        var latest = Instant.MIN;
        for (var page : follower.pages()) {
            for (var entry : page.claims(Sight.class)) {
                var at = entry.changedAt().orElseThrow();
                var version = Fact.version(entry.state());
                if (!at.isAfter(latest) || seen.getOrDefault(entry.task(), 0) >= version) {
                    violations.add(new Violation(
                            Kind.FEED_ORDER,
                            "%s shows %s %s at %s to %s, which had seen version %d of it and the position %s"
                                    .formatted(
                                            page,
                                            entry.task(),
                                            entry.state(),
                                            at,
                                            follower.reader(),
                                            seen.getOrDefault(entry.task(), 0),
                                            latest)));
                }
                seen.put(entry.task(), version);
                latest = at;
            }
        }
        return violations.stream();
    }

    private Stream<Violation> completeness(Pages follower) {
        var violations = new ArrayList<Violation>();
        var seen = new HashMap<String, Integer>();
        var told = facts.getOrDefault(follower.account(), List.of());
        var next = 0;
        for (var page : follower.pages()) {
            page.claims(Sight.class).forEach(it -> seen.put(it.task(), Fact.version(it.state())));
            for (;
                    Pages.isLast(page)
                            && next < told.size()
                            && told.get(next).source().answered() < page.invoked();
                    next++) {
                var fact = told.get(next);
                if (isDue(fact, follower) && seen.getOrDefault(fact.task(), 0) < fact.version()) {
                    violations.add(skipped(follower, page, fact));
                }
            }
        }
        return violations.stream();
    }

    private static Violation skipped(Pages follower, Operation page, Fact fact) {
        return new Violation(
                Kind.FEED_SKIPPED,
                "%s has come to the end of the feed with %s without %s, which %s had said"
                        .formatted(follower.reader(), page, fact, fact.source()));
    }

    /// A follower need not be told of tasks that were deleted when it began.
    private boolean isDue(Fact fact, Pages follower) {
        return !lifetimes.mayBeDeletedBefore(fact.task(), follower.first().answered());
    }
}
