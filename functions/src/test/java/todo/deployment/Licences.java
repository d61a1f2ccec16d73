package todo.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import todo.deployment.Sbom.Component;

/// The licences under which others' code may ship: the list that GitHub's dependency review reads, too.
record Licences(List<String> allowed) {
    /// The licence that this project has chosen where the publisher offers several.
    private static final Map<String, String> CHOSEN = Map.of(
            "jakarta.servlet:jakarta.servlet-api", "EPL-2.0", // instead of GPL-2.0 with the class path exception
            "jakarta.ws.rs:jakarta.ws.rs-api", "EPL-2.0", // the same
            "org.eclipse.angus:jakarta.mail", "EPL-2.0"); // the same; a part of it has BSD-3-Clause

    static Licences inReview() throws IOException {
        Map<String, List<String>> review = new Yaml().load(Files.readString(Path.of(".github/dependency-review.yml")));
        return new Licences(review.get("allow-licenses"));
    }

    /// Returns why the component must not ship, or empty if it may.
    Optional<String> objection(Component component) {
        var name = component.group() + ":" + component.name();
        var licences = component.licences();
        if (licences.isEmpty()) {
            return Optional.of(name + " states no licence");
        }
        if (licences.size() > 1 && !licences.contains(CHOSEN.getOrDefault(name, ""))) {
            return Optional.of(name + " states several licences, of which none is chosen: " + licences);
        }
        var licence = licences.size() == 1 ? licences.getFirst() : CHOSEN.get(name);
        return allowed.contains(licence) ? Optional.empty() : Optional.of(name + " has the licence " + licence);
    }
}
