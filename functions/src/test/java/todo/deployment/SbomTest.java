package todo.deployment;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import todo.deployment.Sbom.Component;

/// The SBOM that ships with the functions lists what ships with them.
final class SbomTest {
    private static final Path PAGES = Path.of("todo/docs");
    private static final Path CLASSES = Path.of(System.getProperty("classes", "target/classes"));

    private final Sbom sbom = Sbom.shipped();

    @Test
    void lists_every_library_that_ships_with_its_checksum_and_no_other() throws IOException {
        var jars = Files.readString(Path.of("target/runtime.classpath")).split(File.pathSeparator, -1);
        var shipped = Arrays.stream(jars)
                .map(Path::of)
                .collect(toMap(jar -> jar.getFileName().toString(), SbomTest::sha256));

        var listed = sbom.components().stream()
                .filter(component -> !component.isUnpacked())
                .collect(toMap(Component::jar, Component::sha256));

        assertThat(listed).containsExactlyInAnyOrderEntriesOf(shipped);
    }

    @Test
    void lists_the_versions_of_all_scripts_and_styles_that_others_have_written() throws IOException {
        var webjars = sbom.components().stream().filter(Component::isUnpacked).toList();
        var published = webjars.stream().flatMap(SbomTest::contents).collect(toSet());

        var shipped = pagesOfOthers();

        assertThat(webjars).extracting(Component::name).containsExactlyInAnyOrder("swagger-ui", "redoc");
        assertThat(shipped)
                .hasSize(5)
                .allSatisfy(file -> assertThat(published)
                        .contains(sha256(CLASSES.resolve(PAGES).resolve(file))));
    }

    @Test
    void has_a_version_and_a_licence_of_each_component() {
        assertThat(sbom.components()).hasSizeGreaterThan(50).allSatisfy(component -> {
            assertThat(component.version()).isNotEmpty();
            assertThat(component.licences()).isNotEmpty().doesNotContain("");
        });
    }

    @Test
    void names_no_time_so_that_the_same_sources_make_the_same_file() {
        assertThat(sbom.text()).contains("\"cdx:reproducible\"").doesNotContain("\"timestamp\"");
    }

    /// The files next to this project's own that are not classes.
    private static Set<Path> pagesOfOthers() throws IOException {
        var own = Path.of("functions/src/main/resources").resolve(PAGES);
        try (var files = Files.list(CLASSES.resolve(PAGES))) {
            return files.map(Path::getFileName)
                    .filter(file -> !file.toString().endsWith(".class") && !Files.exists(own.resolve(file)))
                    .collect(toSet());
        }
    }

    /// The checksums of the files in a jar, whose own checksum is the listed one.
    private static Stream<String> contents(Component component) {
        var marker = "/META-INF/maven/%s/%s/pom.properties".formatted(component.group(), component.name());
        try {
            var url = Objects.requireNonNull(SbomTest.class.getResource(marker), marker);
            var jar = Path.of(
                    ((JarURLConnection) url.openConnection()).getJarFile().getName());
            assertThat(sha256(jar)).isEqualTo(component.sha256());
            try (var root = FileSystems.newFileSystem(jar);
                    var files = Files.walk(root.getPath("/META-INF/resources"))) {
                return files.filter(Files::isRegularFile).map(SbomTest::sha256).toList().stream();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(Path file) {
        try {
            return Sbom.sha256(Files.newInputStream(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
