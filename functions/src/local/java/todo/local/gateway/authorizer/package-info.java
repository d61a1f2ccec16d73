/// Authorizes requests with a Lambda authorizer, and caches its responses.
@NullMarked
package todo.local.gateway.authorizer;

import org.jspecify.annotations.NullMarked;
