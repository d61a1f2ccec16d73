/// Recovery of accounts and verification of emails, by links in mails.
@NullMarked
package todo.recovery;

import org.jspecify.annotations.NullMarked;
