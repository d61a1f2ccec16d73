/// Users' identities at providers: signing in or up with one, listing, linking and unlinking them.
@NullMarked
package todo.identities;

import org.jspecify.annotations.NullMarked;
