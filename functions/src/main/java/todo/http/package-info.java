/// Requests, replies and problems, without anything of Lambda's.
@NullMarked
package todo.http;

import org.jspecify.annotations.NullMarked;
