package todo.oauth;

import java.time.Duration;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.telemetry.Incident;

/// How sign-ins that a provider prevents are answered.
public final class Failures {
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private Failures() {}

    /// The provider refuses the code, or its ID token is not valid for this sign-in.
    public static Problem refused() {
        return Problem.invalidCredentials();
    }

    /// The provider can't be reached, is slow, fails, or its answer is unusable.
    public static Problem unavailable() {
        return Problem.until(ErrorCode.PROVIDER_UNAVAILABLE, RECOVERY);
    }

    /// The provider refuses this API, which its operator must repair.
    ///
    /// @param message what is wrong, without secrets
    public static Problem misconfigured(ClientRegistration client, String message) {
        Incident.PROVIDER_MISCONFIGURED.report(client.name() + ": " + message);
        return unavailable();
    }
}
