package todo.local.gateway.http;

/// A request path: `sent` by the client, and `withoutStage`. Both are still percent-encoded, as in AWS. Several
/// leading slashes become one; others are kept.
public record RequestPath(String sent, String withoutStage) {
    public static RequestPath of(String target, String stage) {
        var sent = withOneLeadingSlash(target);
        var prefix = "/" + stage;
        var hasStage = sent.equals(prefix) || sent.startsWith(prefix + "/");
        return new RequestPath(sent, hasStage ? withOneLeadingSlash(sent.substring(prefix.length())) : sent);
    }

    private static String withOneLeadingSlash(String path) {
        return "/" + path.replaceFirst("^/+", "");
    }
}
