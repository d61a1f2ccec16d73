package todo.security;

import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/// The tests of this project, by the simple names of their classes.
final class TestMethods {
    private static final Path SOURCES = Path.of("functions/src/test/java");

    private final Map<String, String> classes = classes();

    /// Whether the class has a test of this name: a method of JUnit, or a rule of ArchUnit.
    boolean contain(String owner, String name) {
        try {
            var loader = TestMethods.class.getClassLoader();
            var type = Class.forName(classes.getOrDefault(owner, owner), false, loader); // not initialized
            return Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                            .anyMatch(method -> method.getName().equals(name))
                    || Arrays.stream(type.getDeclaredFields())
                            .filter(field -> field.isAnnotationPresent(ArchTest.class))
                            .anyMatch(field -> field.getName().equals(name));
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    private static Map<String, String> classes() {
        try (var files = Files.walk(SOURCES)) {
            return files.map(file -> SOURCES.relativize(file).toString())
                    .filter(file -> file.endsWith("Test.java"))
                    .map(file -> file.replace(".java", "").replace('/', '.'))
                    .collect(toMap(name -> name.replaceFirst(".*\\.", ""), name -> name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
