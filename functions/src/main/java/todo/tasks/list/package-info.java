/// Lists of tasks: filters, sorting, pages and cursors.
@NullMarked
package todo.tasks.list;

import org.jspecify.annotations.NullMarked;
