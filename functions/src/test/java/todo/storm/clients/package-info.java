/// Clients that send random requests and record them.
@NullMarked
package todo.storm.clients;

import org.jspecify.annotations.NullMarked;
