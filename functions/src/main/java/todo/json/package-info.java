/// JSON, read strictly and written in the API's spelling.
@NullMarked
package todo.json;

import org.jspecify.annotations.NullMarked;
