package todo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import todo.testing.Answer;
import todo.testing.Api;
import todo.testing.Authenticator;
import todo.testing.Command;
import todo.testing.Request;

/// The key that the local server makes for itself.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LocalKeysTest {
    private static final Map<String, String> ANY_PORT = Map.of("PORT", "0");

    private final Path folder;

    LocalKeysTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        ProjectFiles.linkInto(folder);
    }

    @Test
    void second_factors_survive_a_restart_because_their_key_is_kept_in_a_file_for_its_owner() throws IOException {
        var secret = "";
        try (var server = Command.start(folder, ANY_PORT, Main.class.getName())) {
            var api = url(server);
            var token = post(api, "register", "{%s}").is(201).text("access_token");
            secret = Request.of("POST", api.resolve(Authenticator.TOTP))
                    .bearer(token)
                    .send()
                    .is(201)
                    .text("secret");
            Request.of("POST", api.resolve(Authenticator.CONFIRM))
                    .bearer(token)
                    .json("{\"code\": \"%s\"}".formatted(Authenticator.code(secret, 0)))
                    .send()
                    .is(200);
        }

        assertThat(Files.getPosixFilePermissions(folder.resolve(".todo/totp-keys")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        try (var server = Command.start(folder, ANY_PORT, Main.class.getName())) {
            post(url(server), "login", "{%s, \"totp\": \"" + Authenticator.code(secret, 1) + "\"}")
                    .is(200);
        }
    }

    private static URI url(Command server) {
        return URI.create(server.awaitLine("Todo is ready").replaceFirst(".* at (\\S+) .*", "$1"));
    }

    private static Answer post(URI api, String operation, String json) {
        return Request.of("POST", api.resolve("/api/v1/auth/" + operation))
                .json(json.formatted("\"email\": \"ada@example.org\", \"password\": \"" + Api.PASSWORD + "\""))
                .send();
    }
}
