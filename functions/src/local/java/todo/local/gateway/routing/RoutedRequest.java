package todo.local.gateway.routing;

import java.util.List;
import java.util.Map;
import todo.local.gateway.http.ClientRequest;
import todo.local.gateway.http.RequestContext;
import todo.local.gateway.http.RequestPath;

/// A request with its route.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RoutedRequest(
        ClientRequest client,
        Map<String, List<String>> query,
        byte[] body,
        RequestPath path,
        RouteMatch match,
        RequestContext context) {
    /// Returns the ARN by which IAM policies allow or deny this request.
    public String methodArn() {
        return "arn:aws:execute-api:us-east-1:123456789012:%s/%s/%s%s"
                .formatted(context.find("apiId"), context.find("stage"), client.method(), path.withoutStage());
    }
}
