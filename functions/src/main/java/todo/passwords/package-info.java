/// Password rules and hashes, and the counters that lock an account after too many wrong ones.
@NullMarked
package todo.passwords;

import org.jspecify.annotations.NullMarked;
