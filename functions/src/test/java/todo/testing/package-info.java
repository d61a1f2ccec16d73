/// Test support: the API and its users over HTTP, the database, simulated faults, a pooler and Lambda.
@NullMarked
package todo.testing;

import org.jspecify.annotations.NullMarked;
