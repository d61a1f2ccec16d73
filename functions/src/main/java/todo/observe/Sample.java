package todo.observe;

/// One number: of which family, and by which labels, in braces where there are any.
public record Sample(Family family, String labels, long value) {}
