/// Tests that need a browser.
@NullMarked
package todo.browser;

import org.jspecify.annotations.NullMarked;
