package todo.validation;

/// One error in a request.
///
/// @param field path of the field, such as `operations[3].task.title`
/// @param code the error for programs, such as `TOO_LONG`
/// @param message the error as a sentence for people
public record Violation(String field, String code, String message) {}
