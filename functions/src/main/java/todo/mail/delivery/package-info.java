/// The way of one message to the mail server.
@NullMarked
package todo.mail.delivery;

import org.jspecify.annotations.NullMarked;
