package todo.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import todo.testing.Api;
import todo.testing.Command;
import todo.testing.Person;

/// The command as Maven starts it, in this folder and environment.
record SampleCommand(Path folder, Map<String, String> environment) {
    private static final Pattern FIRST_PERSON = Pattern.compile("log in as person-(\\d+)@");

    /// Returns the number of the first person.
    int add(String people, String tasks) {
        var first = FIRST_PERSON.matcher(run(0, people, tasks));
        assertThat(first.find()).isTrue();
        return Integer.parseInt(first.group(1));
    }

    /// Returns what it says.
    String fail(String people, String tasks) {
        return run(1, people, tasks);
    }

    private String run(int status, String people, String tasks) {
        try (var command = Command.start(folder, environment, SampleData.class.getName(), people, tasks)) {
            var output = command.output();
            assertThat(command.exitStatus()).as(output).isEqualTo(status);
            return output;
        }
    }

    static Person loggedIn(Api api, int number) {
        return Person.of(
                api,
                api.logIn(SamplePeople.email(number), SamplePeople.PASSWORD).is(200));
    }
}
