package todo.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The authenticator app of a person: computes codes from the secret that the API has shown.
public record Authenticator(Person person, String secret, List<String> recoveryCodes) {
    public static final String TOTP = AccountClient.ME + "/totp";
    public static final String CONFIRM = TOTP + "/confirm";
    public static final String RECOVERY_CODES = TOTP + "/recovery-codes";

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// Begins to switch two-factor on.
    public static Authenticator begun(Person person) {
        var answer = person.request("POST", TOTP).send().is(201);
        return new Authenticator(person, answer.text("secret"), List.of());
    }

    /// Switches two-factor on, with the code of the current step.
    public static Authenticator of(Person person) {
        var begun = begun(person);
        return begun.with(codes(begun.confirm(begun.code(0)).is(200)));
    }

    /// Switches two-factor on for a new user.
    public static Authenticator ofNewUser() {
        return of(AccountClient.ofNewUser().person());
    }

    /// Returns the recovery codes of an answer.
    public static List<String> codes(Answer answer) {
        return StreamSupport.stream(answer.json().path("recovery_codes").spliterator(), false)
                .map(code -> code.asText())
                .toList();
    }

    /// Returns the same app with other recovery codes.
    public Authenticator with(List<String> codes) {
        return new Authenticator(person, secret, codes);
    }

    /// Returns the same app of the same person with another API on the same database.
    public Authenticator at(Api api) {
        return new Authenticator(person.at(api), secret, recoveryCodes);
    }

    /// Returns the code of the step that is so many steps after the current one.
    public String code(int steps) {
        return code(secret, steps);
    }

    /// Returns the code of a secret in base32.
    public static String code(String secret, int steps) {
        return codeOf(decoded(secret), Instant.now().getEpochSecond() / 30 + steps);
    }

    /// Returns the code of the current step, and makes the database forget which steps were used, as if time
    /// had passed.
    public String unusedCode() {
        Sql.run("update totp_secrets set last_step = 0 where user_id = ?", person.id());
        return code(0);
    }

    /// Returns a code that is wrong now and for the next minutes.
    public String wrongCode() {
        var valid = IntStream.rangeClosed(-2, 10).mapToObj(this::code).toList();
        return IntStream.range(0, 100)
                .mapToObj("%06d"::formatted)
                .filter(code -> !valid.contains(code))
                .findFirst()
                .orElseThrow();
    }

    public Answer confirm(String code) {
        return person.post(CONFIRM, "{\"code\": \"%s\"}".formatted(code));
    }

    public Answer logIn(String totp) {
        return logInRequest(totp).send();
    }

    /// Returns the request without sending it.
    public Request logInRequest(String totp) {
        return logInRequest(Api.PASSWORD, totp);
    }

    /// Returns a log-in with any password, without sending it.
    public Request logInRequest(String password, String totp) {
        return person.api()
                .request("POST", "/api/v1/auth/login")
                .json("{\"email\": \"%s\", \"password\": \"%s\", \"totp\": \"%s\"}"
                        .formatted(person.email(), password, totp));
    }

    public Answer logInWithoutCode() {
        return person.logIn().send();
    }

    public Answer switchOff(String password, String code) {
        return bothFactors("DELETE", TOTP, password, code).send();
    }

    public Answer replaceRecoveryCodes(String password, String code) {
        return bothFactors("POST", RECOVERY_CODES, password, code).send();
    }

    /// Returns a request with the password and a code, without sending it.
    public Request bothFactors(String method, String path, String password, String code) {
        return person.request(method, path)
                .json("{\"current_password\": \"%s\", \"code\": \"%s\"}".formatted(password, code));
    }

    /// Returns the decoded secret.
    public byte[] secretBytes() {
        return decoded(secret);
    }

    private static String codeOf(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decoded(String base32) {
        var bits = new StringBuilder();
        base32.chars()
                .forEach(letter -> bits.append(
                        Integer.toBinaryString(32 | BASE32.indexOf(letter)).substring(1)));
        var bytes = new byte[bits.length() / 8];
        for (var index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) Integer.parseInt(bits.substring(8 * index, 8 * index + 8), 2);
        }
        return bytes;
    }
}
