package todo.storm.faults.links;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import todo.testing.Link;

/// Ends a connection at every n-th packet, of which it delivers a part.
///
/// @param share delivered of the packet, from 0 to 1
public record CuttingLink(int every, double share, AtomicInteger packets) implements Link {
    private static final int LEAST_OFTEN = 6;

    public static CuttingLink before(RandomGenerator random) {
        return of(random, 0);
    }

    public static CuttingLink inTheMiddle(RandomGenerator random) {
        return of(random, random.nextDouble());
    }

    public static CuttingLink after(RandomGenerator random) {
        return of(random, 1);
    }

    private static CuttingLink of(RandomGenerator random, double share) {
        return new CuttingLink(random.nextInt(1, LEAST_OFTEN), share, new AtomicInteger());
    }

    @Override
    public void carry(byte[] bytes, int size, OutputStream to) throws IOException {
        if (packets.incrementAndGet() % every != 0) {
            to.write(bytes, 0, size);
            return;
        }
        to.write(bytes, 0, (int) (share * size));
        throw new EOFException("The connection is cut");
    }
}
