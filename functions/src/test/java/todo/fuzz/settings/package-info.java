/// Fuzz tests of what an operator writes: settings and the template.
@NullMarked
package todo.fuzz.settings;

import org.jspecify.annotations.NullMarked;
