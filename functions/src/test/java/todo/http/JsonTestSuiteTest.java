package todo.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Person;

/// The files of JSONTestSuite (by Nicolas Seriot, MIT licence), as a body and as a member of one. The first
/// letter of a file's name says whether a parser must accept its content (`y`), reject it (`n`), or may do
/// either (`i`).
final class JsonTestSuiteTest {
    private static final Path FILES = Path.of("functions/src/test/resources/json-test-suite");
    private static final Person ALICE = Api.shared().newPerson();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// This API rejects duplicate members.
    private static final Set<String> STRICTER =
            Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(FILES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_body_is_answered_with_a_server_error_and_no_invalid_one_is_accepted(Path file) throws Exception {
        var answer = create(Files.readAllBytes(file));

        assertThat(answer.outcome())
                .isIn(
                        name(file).startsWith("n")
                                ? Set.of("400 MALFORMED_BODY", "413 BODY_TOO_LARGE")
                                : Set.of("201", "400 MALFORMED_BODY", "400 VALIDATION_ERROR"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_member_is_malformed_if_it_must_be_rejected_and_well_formed_if_it_must_be_accepted(Path file)
            throws Exception {
        var outcome = create(inTask(Files.readAllBytes(file))).outcome();

        switch (name(file).charAt(0)) {
            case 'y' ->
                assertThat(outcome)
                        .isIn(
                                STRICTER.contains(name(file))
                                        ? Set.of("400 MALFORMED_BODY")
                                        : Set.of("201", "400 VALIDATION_ERROR"));
            case 'n' -> assertThat(outcome).isIn("400 MALFORMED_BODY", "413 BODY_TOO_LARGE");
            default -> assertThat(outcome).isIn("201", "400 VALIDATION_ERROR", "400 MALFORMED_BODY");
        }
    }

    private static byte[] inTask(byte[] value) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write("{\"title\": \"Buy milk\", \"description\": ".getBytes(UTF_8));
        body.write(value);
        body.write('}');
        return body.toByteArray();
    }

    private static Answer create(byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(Api.shared().url().resolve(ALICE.tasks()))
                .header("Authorization", "Bearer " + ALICE.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return new Answer(HTTP.send(request, BodyHandlers.ofString()));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
