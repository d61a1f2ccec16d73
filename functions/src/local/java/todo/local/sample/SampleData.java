package todo.local.sample;

import java.io.IOException;
import java.sql.SQLException;
import todo.local.CommandDatabase;
import todo.local.CommandFailed;
import todo.local.CommandLine;
import todo.local.LocalEnvironment;

/// Adds sample users and tasks to a database:
/// `mvn -q test-compile exec:exec@sample-data -Dpeople=100 -Dtasks=10000`. It changes no existing data; each
/// run adds new users.
final class SampleData {
    private SampleData() {}

    public static void main(String[] arguments) throws Exception {
        CommandLine.run(
                () -> add(number("people", arguments[0], 1, 1_000_000), number("tasks", arguments[1], 0, 100_000_000)));
    }

    private static String add(int people, int tasks) throws IOException {
        try (var database = CommandDatabase.of(LocalEnvironment.read())) {
            var first = database.query(
                    connection -> add(people, tasks, new SampleLoader(connection), database.isExternal()));
            return "Added %,d users with %,d tasks. They log in as %s to %s with the password \"%s\"."
                    .formatted(
                            people,
                            tasks,
                            SamplePeople.email(first),
                            SamplePeople.email(first + people - 1),
                            SamplePeople.PASSWORD);
        }
    }

    private static int add(int people, int tasks, SampleLoader loader, boolean isExternal) throws SQLException {
        if (isExternal && loader.hasRealUsers()) {
            throw new CommandFailed(
                    "Nothing was changed: this database has real users, and the password of sample users is"
                            + " public.");
        }
        return loader.add(people, tasks);
    }

    private static int number(String name, String text, int least, int most) {
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new CommandFailed("-D%s must be a whole number from %d to %d".formatted(name, least, most));
    }
}
