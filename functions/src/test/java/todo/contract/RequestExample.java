package todo.contract;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import todo.testing.Api;
import todo.testing.Authenticator;
import todo.testing.IdentityProvider;
import todo.testing.Links;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Request;
import todo.testing.Sql;

/// A request example in openapi.yaml.
///
/// @param body empty if there is none
record RequestExample(DescribedOperation operation, String type, String body) {
    private static final String TOTP_CODE = "287082";
    private static final String LINK_TOKEN = "3q2-7wAAAAC-u8r-yv66vt6tvu_erb7v3q2-796tvu8";

    private static final String CODE = "4/0AVG7fiQexample";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String NONCE = "n-0S6_WzA2Mj";

    static List<RequestExample> allOf(DescribedOperation operation) {
        var described = operation.node().at("requestBody");
        var bodies = described.at("content").members().entrySet().stream()
                .flatMap(content -> content.getValue().at("examples").members().values().stream()
                        .map(example -> new RequestExample(
                                operation,
                                content.getKey(),
                                example.at("value").json().toString())));
        var isRequired = described.json().path("required").asBoolean();
        return Stream.concat(bodies, isRequired ? Stream.empty() : Stream.of(new RequestExample(operation, "", "")))
                .toList();
    }

    static RequestExample of(DescribedOperation operation) {
        return allOf(operation).getFirst();
    }

    RequestExample at(String path) {
        return new RequestExample(
                new DescribedOperation(operation.method(), path, operation.item(), operation.node()), type, body);
    }

    RequestExample with(String body) {
        return new RequestExample(operation, type, body);
    }

    /// Replaces the ids, names and emails of the example by those of `ada`, so that the request succeeds.
    Request by(Person ada) {
        return by(operation.isForAdmins() ? People.with("admin").at(ada.api()) : ada, ada);
    }

    /// Returns the same request sent by `caller`, who may not be permitted to send it.
    Request by(Person caller, Person ada) {
        var request = api(caller).request(operation.method(), path(ada));
        var sent =
                body.isEmpty() ? request : request.header("Content-Type", type).body(body(ada));
        return operation.isPublic() ? sent : sent.as(caller);
    }

    /// Optional features are configured in the complete API.
    private Api api(Person caller) {
        var isOptional = operation.answer(501).exists() || operation.path().matches(".*/(providers|identities).*");
        return caller.api() == Api.shared() && isOptional ? Api.complete() : caller.api();
    }

    private String path(Person ada) {
        if (operation.id().equals("unlinkIdentity")) {
            People.link(ada, IdentityProvider.NAME);
        }
        var path = operation
                .path()
                .replace("{user_id}", ada.id().toString())
                .replace("{file}", "docs.css")
                .replace("{provider}", "google");
        return withTask(path.replace("{session_id}", ada.session().toString()), "{task_id}", ada);
    }

    private String body(Person ada) {
        var username = "u" + UUID.randomUUID().toString().substring(0, 12);
        Sql.run("update users set username = ? where id = ?", username, ada.id());
        var isRegistration = operation.id().startsWith("register");
        var real = body.replace("ada@example.org", isRegistration ? Api.newEmail() : ada.email())
                .replace("ada.king@example.org", Api.newEmail())
                .replace("\"username\":\"ada\"", "\"username\":\"" + (isRegistration ? "new-" : "") + username + "\"");
        var linked = real.contains(LINK_TOKEN) ? real.replace(LINK_TOKEN, linkToken(ada)) : real;
        var redeemed = real.contains(CODE) ? withCode(linked, ada) : linked;
        var proven = redeemed.contains(TOTP_CODE) ? redeemed.replace(TOTP_CODE, code(ada.at(Api.shared()))) : redeemed;
        var first = withTask(proven, "0199a3f3-8e31-7d6f-9c74-5ba03f9e8d7c", ada);
        return withTask(first, "0199a3f4-9f42-7e80-ad85-6cb14fafae8d", ada);
    }

    private String linkToken(Person ada) {
        var links = new Links(ada);
        return operation.id().equals("resetPassword") ? links.reset() : links.verification(ada.email());
    }

    /// Replaces the example's code by a valid one, for an identity with the email of `ada`.
    private static String withCode(String text, Person ada) {
        Sql.run("update users set email_verified = true where id = ?", ada.id());
        var claims = Map.<String, Object>of("sub", ada.id().toString(), "email", ada.email(), "email_verified", true);
        var real = Api.google().signIn(claims);
        return text.replace(CODE, real.code())
                .replace(VERIFIER, real.codeVerifier())
                .replace(NONCE, real.nonce());
    }

    /// Returns a valid code, after two-factor was begun or switched on.
    private String code(Person ada) {
        return operation.id().equals("confirmTwoFactor")
                ? Authenticator.begun(ada).code(0)
                : Authenticator.of(ada).code(1);
    }

    private static String withTask(String text, String placeholder, Person ada) {
        return text.contains(placeholder)
                ? text.replace(
                        placeholder, ada.at(Api.shared()).newTask("Buy milk").toString())
                : text;
    }

    @Override
    public String toString() {
        return operation + " " + body;
    }
}
