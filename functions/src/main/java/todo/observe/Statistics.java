package todo.observe;

import java.util.List;
import todo.http.Caller;

/// The business in numbers.
public interface Statistics {
    List<Sample> taken(Caller caller);
}
