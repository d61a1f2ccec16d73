/// What admins do with accounts, and how they read the audit trail.
@NullMarked
package todo.admin;

import org.jspecify.annotations.NullMarked;
