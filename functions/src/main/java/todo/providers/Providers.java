package todo.providers;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import todo.http.ErrorCode;
import todo.http.Problem;
import todo.oauth.AuthorizationCode;
import todo.oauth.ClientRegistration;
import todo.oauth.Failures;
import todo.oauth.OpenIdIssuer;
import todo.oauth.RedirectUris;
import todo.oauth.UrlRules;
import todo.secrets.Secret;
import todo.secrets.SecretUnavailable;
import todo.validation.Fields;

/// The configured identity providers. Their clients are created when first used.
public final class Providers {
    private final Secret<Registrations> registrations;
    private final RedirectUris redirects;
    private final UrlRules urls;
    private final InstantSource clock;
    private final Map<ClientRegistration, Provider> clients = new ConcurrentHashMap<>();

    public Providers(Secret<Registrations> registrations, RedirectUris redirects, UrlRules urls, InstantSource clock) {
        this.registrations = registrations;
        this.redirects = redirects;
        this.urls = urls;
        this.clock = clock;
    }

    /// Returns the provider with this name.
    ///
    /// @throws Problem `PROVIDER_NOT_FOUND`, or `PROVIDER_UNAVAILABLE` if the registrations are unavailable
    public Provider named(String name) {
        return registrations()
                .orElseThrow(Failures::unavailable)
                .find(name)
                .map(this::client)
                .orElseThrow(() -> Problem.of(ErrorCode.PROVIDER_NOT_FOUND));
    }

    /// Reads the members of an authorization code.
    public AuthorizationCode code(Fields fields) {
        return AuthorizationCode.from(fields, redirects);
    }

    RedirectUris redirects() {
        return redirects;
    }

    /// Returns the offers of the providers that can be reached, or none if the registrations are unavailable.
    /// They are asked at the same time, so that one that is slow does not add to another.
    List<Offer> offers() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var offers = registrations().orElse(Registrations.NONE).all().stream()
                    .map(this::client)
                    .<Callable<Optional<Offer>>>map(provider -> () -> offer(provider))
                    .map(threads::submit)
                    .toList();
            return offers.stream()
                    .map(Providers::result)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Optional<Offer> offer(Provider provider) {
        try {
            return Optional.of(provider.offer());
        } catch (Problem _) {
            return Optional.empty();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Optional<Registrations> registrations() {
        try {
            return Optional.of(registrations.value());
        } catch (SecretUnavailable _) {
            return Optional.empty();
        }
    }

    private Provider client(ClientRegistration registration) {
        return clients.computeIfAbsent(registration, this::newClient);
    }

    private Provider newClient(ClientRegistration registration) {
        return registration.apiUrl() == null
                ? new OpenIdProvider(registration, new OpenIdIssuer(registration, urls, clock))
                : new GitHubProvider(registration, registration.apiUrl());
    }
}
