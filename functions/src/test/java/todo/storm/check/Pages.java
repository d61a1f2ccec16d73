package todo.storm.check;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import todo.storm.history.Claim;
import todo.storm.history.Claim.Page;
import todo.storm.history.Operation;

/// The pages that one reader was given, in their order.
record Pages(String reader, List<Operation> pages) {
    /// Returns the pages of each reader. Pages that were not answered are left out: their readers asked again.
    static Collection<Pages> of(List<Operation> operations, Page.Kind kind) {
        return operations.stream()
                .filter(Operation::isAcknowledged)
                .filter(it -> it.claims(Page.class).stream().anyMatch(page -> page.kind() == kind))
                .sorted(Comparator.comparingLong(Operation::invoked))
                .collect(groupingBy(it -> page(it).reader()))
                .entrySet()
                .stream()
                .map(it -> new Pages(it.getKey(), it.getValue()))
                .toList();
    }

    static boolean isLast(Operation page) {
        return page(page).last();
    }

    /// The tasks of a list's pages.
    List<String> tasks() {
        return pages.stream()
                .flatMap(page -> page.claims(Claim.Sight.class).stream())
                .map(Claim.Sight::task)
                .toList();
    }

    String account() {
        return pages.getFirst().account();
    }

    Operation first() {
        return pages.getFirst();
    }

    Operation last() {
        return pages.getLast();
    }

    private static Page page(Operation operation) {
        return operation.claims(Page.class).getFirst();
    }
}
