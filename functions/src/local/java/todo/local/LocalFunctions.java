package todo.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.function.Function;
import todo.App;

/// Makes functions by the names that the template gives them, as Lambda does, but over an app of one's own: several can
/// live in one process, each with its own settings.
public record LocalFunctions(App app) implements Function<String, RequestStreamHandler> {
    @Override
    public RequestStreamHandler apply(String handler) {
        try {
            var constructor = Class.forName(handler).getDeclaredConstructor(App.class);
            constructor.setAccessible(true);
            return (RequestStreamHandler) constructor.newInstance(app);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException("There is no function " + handler, failure);
        }
    }
}
