package todo.tasks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import todo.validation.Fields;

/// A JSON merge patch (RFC 7396) of a task.
///
/// @param members the values that change, by the API's names; null clears a value
public record TaskChange(Map<String, @Nullable Object> members) {
    /// Reads the patch.
    public static TaskChange from(Fields fields) {
        fields.refuseIfEmpty();
        for (var name : new String[] {"title", "priority", "completed"}) {
            fields.refuseNull(name);
        }
        var members = new LinkedHashMap<String, @Nullable Object>();
        put(members, "title", fields.optionalText("title", 1, NewTask.LONGEST_TITLE), false);
        put(
                members,
                "description",
                fields.prose("description", NewTask.LONGEST_DESCRIPTION),
                fields.clears("description"));
        put(members, "priority", fields.choice("priority", Priority.class), false);
        put(members, "due_date", fields.moment("due_date"), fields.clears("due_date"));
        put(members, "completed", fields.flag("completed"), false);
        return new TaskChange(members);
    }

    private static void put(
            Map<String, @Nullable Object> members, String name, @Nullable Object value, boolean clears) {
        if (value != null || clears) {
            members.put(name, value);
        }
    }
}
