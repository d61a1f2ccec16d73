package todo.local.gateway;

/// Where a request goes. `called` is the path as the client wrote it, `path` is without the stage; both still
/// percent-encoded, as the real events have them. Slashes pile up in the middle only: leading ones count as
/// one.
record Location(String called, String path) {
    static Location of(String target, String stage) {
        var called = withOneSlash(target);
        var prefix = "/" + stage;
        var isStaged = called.equals(prefix) || called.startsWith(prefix + "/");
        return new Location(called, isStaged ? withOneSlash(called.substring(prefix.length())) : called);
    }

    private static String withOneSlash(String path) {
        return "/" + path.replaceFirst("^/+", "");
    }
}
