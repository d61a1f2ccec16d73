/// The API's description and its documentation pages.
@NullMarked
package todo.docs;

import org.jspecify.annotations.NullMarked;
