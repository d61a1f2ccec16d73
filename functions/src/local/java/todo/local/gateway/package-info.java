/// API Gateway's REST API (v1) on this machine: serves a template's routes over HTTP, with the real events,
/// authorizers, gateway responses and header rules, and the functions in this process.
@NullMarked
package todo.local.gateway;

import org.jspecify.annotations.NullMarked;
