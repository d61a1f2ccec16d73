package todo.providers;

import java.util.List;
import java.util.Set;
import todo.http.Call;
import todo.http.Operation;
import todo.http.Reply;

/// `GET /api/v1/auth/providers`
public final class ListProviders implements Operation {
    private final Providers providers;

    public ListProviders(Providers providers) {
        this.providers = providers;
    }

    @Override
    public Reply handle(Call call) {
        return Reply.ok(new Listing(providers.offers(), providers.redirects().allowed()));
    }

    private record Listing(List<Offer> providers, Set<String> redirectUris) {}
}
