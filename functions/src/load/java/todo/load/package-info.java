/// Load tests with Gatling: `mvn -P load verify`. They are compiled only by that profile.
@NullMarked
package todo.load;

import org.jspecify.annotations.NullMarked;
