package todo.local.gateway.cloudformation;

/// The template is invalid or uses an unsupported feature. The message names the place.
public final class TemplateException extends RuntimeException {
    public TemplateException(String message) {
        super(message);
    }
}
