package todo.changes;

import java.util.List;

/// Some changes in their order. Where there are no more, the cursor waits for those to come.
public record ChangePage(List<Change> changes, String nextCursor, boolean hasMore) {}
