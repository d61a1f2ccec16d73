package todo.storm.faults.links;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import todo.testing.Link;

/// Delivers bytes in pieces, each after a pause, until it is mended.
public record SlowLink(int piece, int pauseMillis, CompletableFuture<Void> mended) implements Link, AutoCloseable {
    private static final int SHORTEST_LATENCY = 100;
    private static final int LONGEST_LATENCY = 5_000;
    private static final int TRICKLE_PAUSE = 20;

    /// A link that delays each packet.
    public static SlowLink withLatency(RandomGenerator random) {
        var latency = random.nextInt(SHORTEST_LATENCY, LONGEST_LATENCY);
        return new SlowLink(Integer.MAX_VALUE, latency, new CompletableFuture<>());
    }

    /// A link that carries 800 to 12,800 bytes a second.
    public static SlowLink trickling(RandomGenerator random) {
        return new SlowLink(random.nextInt(16, 256), TRICKLE_PAUSE, new CompletableFuture<>());
    }

    @Override
    public void carry(byte[] bytes, int size, OutputStream to) throws IOException {
        for (var written = 0; written < size; written += Math.min(piece, size - written)) {
            mended.copy().completeOnTimeout(null, pauseMillis, MILLISECONDS).join();
            to.write(bytes, written, Math.min(piece, size - written));
        }
    }

    @Override
    public void close() {
        mended.complete(null);
    }
}
