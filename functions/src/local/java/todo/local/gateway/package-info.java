/// Runs API Gateway's REST API (v1) on this machine: the HTTP server, the stage that handles requests, and
/// gateway responses.
@NullMarked
package todo.local.gateway;

import org.jspecify.annotations.NullMarked;
