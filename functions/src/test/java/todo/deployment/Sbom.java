package todo.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

/// The list of what ships, in CycloneDX's format, as the functions have it.
///
/// @param components those that ship
record Sbom(String text, List<Component> components) {
    private static final String FILE = "/META-INF/sbom/application.cdx.json";

    /// A library, or the scripts of a documentation page.
    ///
    /// @param licences SPDX identifiers or names, as its publisher states them
    record Component(String group, String name, String version, List<String> licences, String sha256) {
        String jar() {
            return name + "-" + version + ".jar";
        }

        boolean isUnpacked() {
            return group.startsWith("org.webjars");
        }
    }

    static Sbom shipped() {
        try (var file = Sbom.class.getResourceAsStream(FILE)) {
            requireNonNull(file, FILE + " is missing: Maven writes it, unless offline");
            var text = new String(file.readAllBytes(), UTF_8);
            var components = StreamSupport.stream(
                            new ObjectMapper().readTree(text).path("components").spliterator(), false)
                    .filter(component -> component.path("scope").asText().equals("required"))
                    .map(Sbom::component)
                    .toList();
            return new Sbom(text, components);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String sha256(InputStream stream) {
        try (stream) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes()));
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Component component(JsonNode json) {
        return new Component(
                json.path("group").asText(),
                json.path("name").asText(),
                json.path("version").asText(),
                json.path("licenses").valueStream().map(Sbom::licence).toList(),
                json.path("hashes")
                        .valueStream()
                        .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                        .map(hash -> hash.path("content").asText())
                        .findAny()
                        .orElse(""));
    }

    private static String licence(JsonNode json) {
        var licence = json.path("license");
        return licence.path("id")
                .asText(licence.path("name").asText(json.path("expression").asText()));
    }
}
