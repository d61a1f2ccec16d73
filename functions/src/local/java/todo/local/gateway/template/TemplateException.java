package todo.local.gateway.template;

/// The template says something that can't be served here; the message names the place.
public final class TemplateException extends RuntimeException {
    TemplateException(String message) {
        super(message);
    }
}
