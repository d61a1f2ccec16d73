package todo.local.gateway.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;

/// Where Lambda's own log would be.
final class StandardOutput implements LambdaLogger {
    @Override
    public void log(String message) {
        System.out.println(message);
    }

    @Override
    public void log(byte[] message) {
        System.out.writeBytes(message);
        System.out.println();
    }
}
