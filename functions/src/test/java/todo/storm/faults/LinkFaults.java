package todo.storm.faults;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import todo.storm.Fault;
import todo.storm.faults.links.CuttingLink;
import todo.storm.faults.links.SlowLink;
import todo.testing.FaultProxy;
import todo.testing.Link;

/// The faults of a network link that goes through a proxy.
///
/// @param connections such as "client connections"
record LinkFaults(String connections, FaultProxy proxy) {
    List<Fault> all() {
        return List.of(
                cut("before replies", CuttingLink::before),
                cut("in the middle of replies", CuttingLink::inTheMiddle),
                cut("after replies", CuttingLink::after),
                fault("in a black hole", _ -> {
                    proxy.blackHole();
                    return proxy::pass;
                }),
                slow("delayed", SlowLink::withLatency),
                slow("slow", SlowLink::trickling));
    }

    private Fault cut(String when, Function<RandomGenerator, Link> replies) {
        return fault("cut " + when, random -> {
            proxy.carry(Link.DIRECT, replies.apply(random));
            return proxy::pass;
        });
    }

    private Fault slow(String how, Function<RandomGenerator, SlowLink> draw) {
        return fault(how, random -> {
            var link = draw.apply(random);
            proxy.carry(link, link);
            return () -> {
                proxy.pass();
                link.close();
            };
        });
    }

    private Fault fault(String what, LastingFault.Beginning beginning) {
        return new LastingFault(connections + " " + what, beginning);
    }
}
