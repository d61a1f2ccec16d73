package todo.testing;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;

/// Sends requests for the account of a person.
public record AccountClient(Person person) {
    public static final String ME = "/api/v1/users/me";
    public static final String PASSWORD = ME + "/password";
    public static final String SESSIONS = ME + "/sessions";
    public static final String EXPORT = ME + "/export";

    public static final String NEW_PASSWORD = "an engine of analysis";

    /// The hash of [Api#PASSWORD] at the lowest cost, so that checks are fast.
    private static final String CHEAP_HASH = Password.hash(Api.PASSWORD)
            .with(BcryptFunction.getInstance(Bcrypt.B, 4))
            .getResult();

    /// Creates a user.
    public static AccountClient ofNewUser() {
        return withRole("user");
    }

    /// Creates a user with this role.
    public static AccountClient withRole(String role) {
        var person = People.with(role);
        Sql.run("update users set password_hash = ? where id = ?", CHEAP_HASH, person.id());
        return new AccountClient(person);
    }

    public Answer replace(String json) {
        return person.put(ME, json);
    }

    public Answer change(String json) {
        return person.patch(ME, json);
    }

    public Answer changeEmail(String email, String password) {
        return change("{\"email\": \"%s\", \"current_password\": \"%s\"}".formatted(email, password));
    }

    public Answer changePassword(String current, String next) {
        return passwordChangeRequest(current, next).send();
    }

    /// Returns the request without sending it.
    public Request passwordChangeRequest(String current, String next) {
        return person.request("PUT", PASSWORD)
                .json("{\"current_password\": \"%s\", \"new_password\": \"%s\"}".formatted(current, next));
    }

    public Answer delete(String password) {
        return deletionRequest(password).send();
    }

    /// Returns the request without sending it.
    public Request deletionRequest(String password) {
        return person.request("DELETE", ME).json("{\"current_password\": \"%s\"}".formatted(password));
    }
}
