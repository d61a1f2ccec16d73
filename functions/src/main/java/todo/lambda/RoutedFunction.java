package todo.lambda;

import todo.http.Call;
import todo.http.ErrorCode;
import todo.http.HttpSettings;
import todo.http.Operation;
import todo.http.Problem;
import todo.http.Reply;

/// A Lambda function that consists of several operations. Its subclass maps routes to them.
public abstract class RoutedFunction extends HttpFunction {
    protected RoutedFunction(HttpSettings http) {
        super(http);
    }

    @Override
    public abstract Operation at(String route);

    @Override
    protected abstract String primingRoute();

    @Override
    public final Reply handle(Call call) {
        return at(call.route()).handle(call);
    }

    /// Returns the operation for routes that the subclass does not know.
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
