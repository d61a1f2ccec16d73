/// What the tests of faults and of fidelity stand on: a bad network, a pooler, and Lambda itself.
@NullMarked
package todo.testing;

import org.jspecify.annotations.NullMarked;
