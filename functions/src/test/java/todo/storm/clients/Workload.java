package todo.storm.clients;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import todo.storm.history.History;
import todo.storm.history.Operation;

/// Concurrent clients of an API, three to an account, and the history of what they do.
///
/// The seed determines what each client draws. It does not determine how the clients' requests interleave.
public final class Workload {
    private static final int CLIENTS_PER_ACCOUNT = 3;

    private final History history = new History();
    private final List<Client> clients = new ArrayList<>();
    private final AtomicBoolean isOver = new AtomicBoolean();

    /// @param apis of which each client uses one; they share a database
    /// @param endings how many of a thousand operations end sessions
    public Workload(List<URI> apis, long seed, int size, int endings) {
        var seeds = new SplittableRandom(seed);
        for (var number = 1; number <= size; number++) {
            var random = seeds.split();
            var http = new Http(apis.get(number % apis.size()), history);
            var shared = clients.size() % CLIENTS_PER_ACCOUNT == 0
                    ? Optional.<Account>empty()
                    : Optional.of(clients.getLast().account());
            clients.add(new Client(new Recorder(http, history, random), random, number, shared, endings));
        }
    }

    /// Lets the clients work until so many operations have been performed, and returns the history.
    public List<Operation> perform(int operations) throws Exception {
        return perform(operations, () -> {});
    }

    /// Does the same, and then this, before everything is read once more.
    public List<Operation> perform(int operations, Runnable mending) throws Exception {
        return during(() -> {
            while (history.size() < operations && !isOver.get()) {
                Thread.sleep(10);
            }
            mending.run();
            return operations;
        });
    }

    /// Lets the clients work while this goes on, then reads everything once more, and returns the history.
    public List<Operation> during(Callable<?> action) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = clients.stream()
                    .map(client -> threads.submit(() -> run(client)))
                    .toList();
            try {
                action.call();
            } finally {
                isOver.set(true);
            }
            await(running);
        }
        forAll(Client::readAll);
        forAll(Client::followToTheEnd);
        return history.operations();
    }

    /// A client that fails ends the run.
    private void run(Client client) {
        try {
            client.run(isOver::get);
        } finally {
            isOver.set(true);
        }
    }

    private void forAll(Consumer<Client> action) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            await(clients.stream()
                    .map(client -> threads.submit(() -> action.accept(client)))
                    .toList());
        }
    }

    private static void await(List<? extends Future<?>> threads) throws InterruptedException, ExecutionException {
        for (var thread : threads) {
            thread.get();
        }
    }
}
