/// HTTP requests and responses, and the request context that events and gateway responses contain.
@NullMarked
package todo.local.gateway.http;

import org.jspecify.annotations.NullMarked;
