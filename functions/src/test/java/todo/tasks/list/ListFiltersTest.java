package todo.tasks.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import todo.testing.Api;
import todo.testing.Person;

final class ListFiltersTest {
    private static final Person ALICE = Api.shared().newPerson();

    static {
        ALICE.create("{\"title\": \"late\", \"priority\": \"low\", \"due_date\": \"2020-01-01T00:00:00Z\"}")
                .is(201);
        ALICE.create(
                        "{\"title\": \"met\", \"priority\": \"high\", \"due_date\": \"2020-01-01T00:00:00Z\", \"completed\": true}")
                .is(201);
        ALICE.create("{\"title\": \"soon\", \"priority\": \"high\", \"due_date\": \"2090-06-01T12:00:00.5Z\"}")
                .is(201);
        ALICE.create("{\"title\": \"some day\", \"priority\": \"urgent\"}").is(201);
        ALICE.create("{\"title\": \"done\", \"completed\": true}").is(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "?limit=20 | done some day soon met late",
                "?status=all | done some day soon met late",
                "?status=pending | some day soon late",
                "?status=completed | done met",
                "?completed=true | done met",
                "?completed=false | some day soon late",
                "?status=completed&completed=true | done met",
                "?status=pending&completed=true | -",
                "?status=all&completed=false | some day soon late",
                "?priority=high | soon met",
                "?priority=low,urgent | some day late",
                "?priority=low,low | late",
                "?priority=low%2Cmedium | done late",
                "?overdue=true | late",
                "?overdue=true&completed=true | -",
                "?due_before=2020-01-01T00:00:00Z | -",
                "?due_before=2020-01-01T00:00:00.000001Z | met late",
                "?due_after=2020-01-01T00:00:00Z | soon",
                "?due_after=2019-12-31T23:59:59Z | soon met late",
                "?due_after=2090-06-01T14:00:00%2B02:00 | soon",
                "?due_after=2019-01-01T00:00:00Z&due_before=2021-01-01T00:00:00Z | met late",
                "?due_after=2021-01-01T00:00:00Z&due_before=2019-01-01T00:00:00Z | -",
                "?priority=high&status=pending&due_after=2021-01-01T00:00:00Z&search=so | soon",
            })
    void tasks_that_match_all_filters_are_listed(String query, String titles) {
        var list = ALICE.get(ALICE.tasks() + query).is(200);

        assertThat(String.join(" ", list.each("tasks", "title"))).isEqualTo(titles == null ? "" : titles);
        assertThat(list.json().path("total").asInt())
                .isEqualTo(list.json().path("tasks").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status= | status INVALID_VALUE",
                "status=done | status INVALID_VALUE",
                "status=Pending | status INVALID_VALUE",
                "completed=1 | completed INVALID_VALUE",
                "completed=TRUE | completed INVALID_VALUE",
                "completed | completed INVALID_VALUE",
                "priority= | priority INVALID_VALUE",
                "priority=highest | priority INVALID_VALUE",
                "priority=high, | priority INVALID_VALUE",
                "priority=high,%20low | priority INVALID_VALUE",
                "due_before=tomorrow | due_before INVALID_FORMAT",
                "due_before=2026-01-20 | due_before INVALID_FORMAT",
                "due_after=2026-02-30T00:00:00Z | due_after INVALID_FORMAT",
                "due_after=2026-01-20T10:00:00+02:00 | due_after INVALID_FORMAT",
                "overdue=false | overdue INVALID_VALUE",
                "overdue=yes | overdue INVALID_VALUE",
                "sort_by=colour | sort_by INVALID_VALUE",
                "sort_by=CREATED_AT | sort_by INVALID_VALUE",
                "sort_by=id;drop%20table%20tasks | sort_by INVALID_VALUE",
                "order=up | order INVALID_VALUE",
                "order=DESC | order INVALID_VALUE",
                "page=0 | page INVALID_VALUE",
                "page=-1 | page INVALID_VALUE",
                "page=1.0 | page INVALID_VALUE",
                "page=1e3 | page INVALID_VALUE",
                "page= | page INVALID_VALUE",
                "page=99999999999999999999 | page INVALID_VALUE",
                "limit=0 | limit INVALID_VALUE",
                "limit=101 | limit INVALID_VALUE",
                "limit=ten | limit INVALID_VALUE",
                "limit=%2B5 | limit INVALID_VALUE",
                "cursor= | cursor INVALID_VALUE",
                "user_id=1 | user_id UNKNOWN_PARAMETER",
                "Status=all | Status UNKNOWN_PARAMETER",
                "sortBy=title | sortBy UNKNOWN_PARAMETER",
                "status=all&status=all | status REPEATED",
                "limit=5&limit=6 | limit REPEATED",
                "search=a&search=b | search REPEATED",
                "priority=low&priority=high | priority REPEATED",
            })
    void invalid_parameters_are_refused(String query, String violation) {
        ALICE.get(ALICE.tasks() + "?" + query).isInvalid(violation);
    }

    @Test
    void all_violations_are_reported_at_once() {
        ALICE.get(ALICE.tasks() + "?status=x&limit=0&page=0&overdue=1&color=red&sort_by=x&due_after=x&search=")
                .isInvalid(
                        "status INVALID_VALUE",
                        "limit INVALID_VALUE",
                        "page INVALID_VALUE",
                        "overdue INVALID_VALUE",
                        "color UNKNOWN_PARAMETER",
                        "sort_by INVALID_VALUE",
                        "due_after INVALID_FORMAT",
                        "search TOO_SHORT");
    }

    @Test
    void filters_applied_repeats_the_given_filters() {
        var list = ALICE.get(ALICE.tasks() + "?status=all&completed=false&priority=urgent,low&search=%20milk%20"
                + "&due_after=2020-01-01T02:00:00%2B02:00&due_before=2030-01-01T00:00:00Z&overdue=true&limit=5");

        assertThat(list.json().path("filters_applied")).hasToString("""
                {"status":"all","completed":false,"priority":["urgent","low"],"search":"milk",\
                "due_before":"2030-01-01T00:00:00Z","due_after":"2020-01-01T00:00:00Z","overdue":true}""");
        assertThat(ALICE.get(ALICE.tasks()).json().path("filters_applied")).hasToString("{}");
    }
}
