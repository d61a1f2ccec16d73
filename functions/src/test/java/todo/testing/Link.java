package todo.testing;

import java.io.IOException;
import java.io.OutputStream;

/// How a network carries the bytes of one direction. Used by several threads.
@FunctionalInterface
public interface Link {
    Link DIRECT = (bytes, size, to) -> to.write(bytes, 0, size);

    /// Writes the first `size` bytes, as they were read at one time.
    ///
    /// @throws IOException to end the connection
    void carry(byte[] bytes, int size, OutputStream to) throws IOException;
}
