package todo.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The JVM that Lambda starts for a function: the deployed code and AWS's runtime client, without the
/// variables of this machine. `-Dclasses=DIRECTORY` selects what `sam build` made as the code.
///
/// @param environment the function's settings; Lambda's own variables are added
/// @param code the deployed directories and jars
/// @param options for the JVM, in addition to Lambda's
public record LambdaJvm(String handler, Map<String, String> environment, List<Path> code, List<String> options) {
    private static final String INITIALIZATION = "AWS_LAMBDA_INITIALIZATION_TYPE";
    private static final Path BUILT = Path.of("target/classes").toAbsolutePath();
    private static final Path CLASSES = Path.of(System.getProperty("classes", BUILT.toString()));
    private static final Path LIBRARIES = Path.of("target/runtime.classpath");
    private static final String TOOL_OPTIONS = "JAVA_TOOL_OPTIONS: ";

    public static LambdaJvm of(String handler, Map<String, String> environment) {
        return new LambdaJvm(handler, environment, deployedCode(), List.of());
    }

    public LambdaJvm with(List<Path> code) {
        return new LambdaJvm(handler, environment, code, options);
    }

    public LambdaJvm with(String... options) {
        return new LambdaJvm(handler, environment, code, List.of(options));
    }

    /// Returns a copy with SnapStart, which stops for a snapshot after its initialization.
    public LambdaJvm snapStarted() {
        var settings = new HashMap<>(environment);
        settings.put(INITIALIZATION, "snap-start");
        return new LambdaJvm(handler, settings, code, options);
    }

    Process start(int runtimeApi, Path output) throws IOException {
        var builder = new ProcessBuilder(command()).directory(new File("target"));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables(runtimeApi));
        return builder.start();
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        command.add(RuntimeClientLibrary.option());
        command.addAll(toolOptions());
        command.addAll(options);
        command.addAll(List.of("-classpath", classpath()));
        command.addAll(List.of("com.amazonaws.services.lambda.runtime.api.client.AWSLambda", handler));
        return command;
    }

    private String classpath() {
        return Stream.concat(runtimeClient(), code.stream())
                .map(Path::toString)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Map<String, String> variables(int runtimeApi) {
        var variables = new HashMap<>(environment);
        variables.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + runtimeApi);
        variables.put("_HANDLER", handler);
        variables.put("LAMBDA_TASK_ROOT", CLASSES.toString());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        variables.put("AWS_LAMBDA_FUNCTION_NAME", handler.substring(handler.lastIndexOf('.') + 1));
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769");
        variables.putIfAbsent(INITIALIZATION, "on-demand");
        variables.put("AWS_REGION", "eu-central-1");
        variables.put("TZ", ":UTC");
        return variables;
    }

    /// The options that the template gives all functions. They are arguments here, because the JVM prints the
    /// variable to standard error.
    private static List<String> toolOptions() {
        try (var template = Files.lines(Path.of("template.yaml"))) {
            return template.map(String::strip)
                    .filter(line -> line.startsWith(TOOL_OPTIONS))
                    .flatMap(line ->
                            Stream.of(line.substring(TOOL_OPTIONS.length()).split(" ", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> deployedCode() {
        if (!CLASSES.equals(BUILT)) {
            return List.of(CLASSES, CLASSES.resolve("lib/*"));
        }
        try {
            return Stream.concat(Stream.of(CLASSES), paths(Files.readString(LIBRARIES)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Run mvn test-compile first", e);
        }
    }

    /// Lambda provides the runtime client, so it is not deployed.
    private static Stream<Path> runtimeClient() {
        return paths(System.getProperty("java.class.path"))
                .filter(path -> path.getFileName().toString().matches("(aws-lambda-java|utils-lite)-.*\\.jar"));
    }

    private static Stream<Path> paths(String classpath) {
        return Stream.of(classpath.strip().split(File.pathSeparator, -1)).map(Path::of);
    }
}
