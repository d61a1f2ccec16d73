package todo.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import todo.local.CommandResult;
import todo.testing.Api;
import todo.testing.Person;

/// Runs the command that adds sample data in a folder and environment.
record SampleCommand(Path folder, Map<String, String> environment) {
    private static final Pattern FIRST_USER = Pattern.compile("log in as person-(\\d+)@");

    /// Adds sample data and returns the number of the first user.
    int add(String people, String tasks) {
        var first = FIRST_USER.matcher(run(0, people, tasks));
        assertThat(first.find()).isTrue();
        return Integer.parseInt(first.group(1));
    }

    /// Returns the output of a command that fails.
    String fail(String people, String tasks) {
        return run(1, people, tasks);
    }

    private String run(int status, String people, String tasks) {
        var result = CommandResult.of(folder, environment, SampleData.class.getName(), people, tasks);
        assertThat(result.status()).as(result.output()).isEqualTo(status);
        return result.output();
    }

    static Person loggedIn(Api api, int number) {
        return Person.of(
                api,
                api.logIn(SamplePeople.email(number), SamplePeople.PASSWORD).is(200));
    }
}
