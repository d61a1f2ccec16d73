package todo.local.gateway.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;

/// Writes the log of functions to standard output.
final class StandardOutputLogger implements LambdaLogger {
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
