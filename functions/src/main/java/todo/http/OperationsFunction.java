package todo.http;

/// A Lambda function that serves several operations, which its subclass lists by route.
public abstract class OperationsFunction extends HttpFunction {
    protected OperationsFunction(Origins origins) {
        super(origins);
    }

    @Override
    public abstract Operation at(String route);

    @Override
    protected abstract String rehearsed();

    @Override
    public final Reply handle(Call call) {
        return at(call.route()).handle(call);
    }

    /// For a route that the template sends here and the list does not have.
    protected static Operation unknown() {
        return new Unknown();
    }

    private static final class Unknown implements Operation {
        @Override
        public Reply handle(Call call) {
            throw Problem.of(ErrorCode.ROUTE_NOT_FOUND);
        }
    }
}
