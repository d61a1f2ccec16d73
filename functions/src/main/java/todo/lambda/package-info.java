/// Entry points for AWS Lambda: from a gateway event to an operation, and back.
@NullMarked
package todo.lambda;

import org.jspecify.annotations.NullMarked;
