/// Secrets from settings or from AWS Secrets Manager.
@NullMarked
package todo.secrets;

import org.jspecify.annotations.NullMarked;
