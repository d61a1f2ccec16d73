package todo.http;

/// One thing that is wrong with a request: where, as a code for programs, and as a sentence for people.
public record Violation(String field, String code, String message) {}
