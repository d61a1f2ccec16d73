/// What a client of OAuth 2.0 and OpenID Connect needs: registrations, HTTP calls, discovery, keys, ID tokens.
@NullMarked
package todo.oauth;

import org.jspecify.annotations.NullMarked;
