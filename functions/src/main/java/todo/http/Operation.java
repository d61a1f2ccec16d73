package todo.http;

/// What one route does.
@FunctionalInterface
public interface Operation {
    /// Refuses by throwing a [Problem]; anything else that it throws is a bug, and answered as one.
    Reply handle(Call call);

    /// The operation that answers this route: itself, unless it stands for several.
    default Operation at(String route) {
        return this;
    }
}
