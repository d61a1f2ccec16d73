package todo.accounts;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.Api;

final class FirstAndLastNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Ada" |        | last_name REQUIRED
            "Ada" | null   | last_name REQUIRED
                  | "King" | first_name REQUIRED
            ""    | "King" | first_name TOO_SHORT
            "Ada" | "  "   | last_name TOO_SHORT
            3     | "King" | first_name WRONG_TYPE
            """)
    void first_name_and_last_name_require_each_other(@Nullable String first, @Nullable String last, String violation) {
        var members = new LinkedHashMap<String, @Nullable String>();
        members.put("first_name", first);
        members.put("last_name", last);

        Api.shared().register(RegistrationRulesTest.signUp(members)).isInvalid(violation);
    }

    @ParameterizedTest
    @CsvSource({"first_name,last_name", "last_name,first_name"})
    void a_first_or_last_name_over_100_characters_is_refused(String member, String other) {
        var members = new LinkedHashMap<String, @Nullable String>();
        members.put(member, "\"" + "n".repeat(101) + "\"");
        members.put(other, "\"King\"");

        Api.shared().register(RegistrationRulesTest.signUp(members)).isInvalid(member + " TOO_LONG");
    }
}
