package todo.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.function.Function;
import todo.App;

/// Creates Lambda functions by their handler names in the template, as Lambda does, but from a given object
/// graph. So one process can run several APIs with different settings.
public record LocalFunctions(App app) implements Function<String, RequestStreamHandler> {
    /// @throws IllegalArgumentException if there is no such function
    @Override
    public RequestStreamHandler apply(String handler) {
        try {
            var constructor = constructor(Class.forName(handler));
            var arguments = Arrays.stream(constructor.getParameterTypes())
                    .map(this::provided)
                    .toArray();
            return (RequestStreamHandler) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException("There is no function " + handler, failure);
        }
    }

    /// Returns the constructor with the function's dependencies. The one without parameters is Lambda's.
    private static Constructor<?> constructor(Class<?> type) {
        var constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(candidate -> candidate.getParameterCount() > 0)
                .findFirst()
                .orElseThrow();
        constructor.setAccessible(true);
        return constructor;
    }

    private Object provided(Class<?> type) {
        try {
            return Arrays.stream(App.class.getMethods())
                    .filter(method -> method.getReturnType() == type)
                    .findFirst()
                    .orElseThrow()
                    .invoke(app);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof IllegalStateException invalidSetting) {
                throw invalidSetting;
            }
            throw new IllegalStateException("App can't provide " + type.getName(), failure);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("App can't provide " + type.getName(), failure);
        }
    }
}
