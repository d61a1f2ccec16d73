package todo.storm.clients;

/// A log-in of an account.
///
/// @param name unique, for the history
record Session(Account account, String name, String token) {
    Call authorized(Call call) {
        return call.header("Authorization", "Bearer " + token);
    }
}
