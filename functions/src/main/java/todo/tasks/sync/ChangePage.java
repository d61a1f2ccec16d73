package todo.tasks.sync;

import java.util.List;

/// A page of the change feed.
///
/// @param nextCursor where the next page starts; at the end of the feed it returns later changes
/// @param hasMore whether there are more changes now
record ChangePage(List<Change> changes, String nextCursor, boolean hasMore) {}
