package todo.http;

/// Handles the requests of one route.
@FunctionalInterface
public interface Operation {
    /// Handles a request.
    ///
    /// @throws Problem to answer with an error; other exceptions are answered by their kind, unknown ones with
    /// 500
    Reply handle(Call call);

    /// Returns the operation for this route: itself, unless it consists of several.
    default Operation at(String route) {
        return this;
    }
}
