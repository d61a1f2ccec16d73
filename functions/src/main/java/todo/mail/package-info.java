/// Mail: the outbox, the messages, and the functions that send them.
@NullMarked
package todo.mail;

import org.jspecify.annotations.NullMarked;
