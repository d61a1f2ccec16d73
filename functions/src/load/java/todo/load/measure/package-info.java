/// What load tests measure beside Gatling: the API's own log, one user's experience, and what the API occupies.
@NullMarked
package todo.load.measure;

import org.jspecify.annotations.NullMarked;
