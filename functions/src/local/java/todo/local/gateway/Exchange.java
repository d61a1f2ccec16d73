package todo.local.gateway;

import java.util.List;
import java.util.Map;

/// A request that has found its route.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Exchange(
        Incoming incoming,
        Map<String, List<String>> query,
        byte[] body,
        Location location,
        Match match,
        CallContext context) {
    /// The name of this call in IAM policies.
    String methodArn() {
        return "arn:aws:execute-api:us-east-1:123456789012:%s/%s/%s%s"
                .formatted(context.find("apiId"), context.find("stage"), incoming.method(), location.path());
    }
}
