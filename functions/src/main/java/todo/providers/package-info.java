/// Identity providers: Google and other issuers of OpenID Connect, and GitHub with its own OAuth API.
@NullMarked
package todo.providers;

import org.jspecify.annotations.NullMarked;
