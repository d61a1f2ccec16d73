package todo.local.sample;

import java.io.IOException;
import java.sql.SQLException;
import todo.local.CommandDatabase;
import todo.local.CommandFailed;
import todo.local.CommandLine;
import todo.local.LocalEnvironment;

/// Fills a database with people and tasks: `mvn -q test-compile exec:exec@sample-data -Dpeople=100
/// -Dtasks=10000`. Those who are there already are left alone; people of earlier runs get no more tasks.
final class SampleData {
    private SampleData() {}

    public static void main(String[] arguments) throws Exception {
        CommandLine.run(
                () -> add(number("people", arguments[0], 1, 1_000_000), number("tasks", arguments[1], 0, 100_000_000)));
    }

    private static String add(int people, int tasks) throws IOException {
        try (var database = CommandDatabase.of(LocalEnvironment.read())) {
            var first = database.ask(connection -> add(people, tasks, new SqlSample(connection), database.isGiven()));
            return "%,d tasks of %,d people are in. They log in as %s to %s, with the password \"%s\"."
                    .formatted(
                            tasks,
                            people,
                            SamplePeople.email(first),
                            SamplePeople.email(first + people - 1),
                            SamplePeople.PASSWORD);
        }
    }

    private static int add(int people, int tasks, SqlSample sample, boolean isGiven) throws SQLException {
        if (isGiven && sample.hasRealPeople()) {
            throw new CommandFailed("Nothing was done: real people use this database, and whoever is added to it has a"
                    + " password that everyone knows");
        }
        return sample.add(people, tasks);
    }

    private static int number(String name, String text, int least, int most) {
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new CommandFailed("-D%s must be a whole number from %d to %d".formatted(name, least, most));
    }
}
