package todo.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import todo.testing.Answer;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class UserListTest {
    private static final Person ADMIN = People.with("admin");

    /// A name that only the users of this test have.
    private final String marker = "marker-" + UUID.randomUUID();

    @Test
    void users_are_listed_newest_first_with_all_public_fields() {
        var ada = People.named(marker, "user");
        var bob = People.named(marker, "guest");

        var users = list("").json().path("users");

        assertThat(users).hasSize(2);
        assertThat(users.get(0)).isEqualTo(bob.get("/api/v1/users/me").json());
        assertThat(users.get(1)).isEqualTo(ada.get("/api/v1/users/me").json());
        assertThat(list("").text()).doesNotContain("hash", "epoch");
    }

    @Test
    void each_filter_returns_only_matching_users() {
        var ada = People.named(marker, "admin");
        var bob = People.named(marker, "guest");
        var eve = People.named(marker, "user");
        ADMIN.patch("/api/v1/users/" + eve.id(), "{\"is_active\": false}").is(200);

        assertThat(ids(list("&role=admin"))).containsExactly(ada.id().toString());
        assertThat(ids(list("&role=guest"))).containsExactly(bob.id().toString());
        assertThat(ids(list("&is_active=false"))).containsExactly(eve.id().toString());
        assertThat(ids(list("&is_active=true")))
                .containsExactly(bob.id().toString(), ada.id().toString());
        assertThat(ids(list("&role=admin&is_active=false"))).isEmpty();
    }

    @Test
    void a_search_matches_email_username_and_name_case_insensitively() {
        var ada = People.named("ÀÉ Lovelace " + marker, "user").id();
        Sql.run("update users set username = ? where id = ?", "Countess." + marker.substring(5, 40), ada);

        for (var word : new String[] {"àé LOVELACE", "LOVE", "  love ", "coUNTEss."}) {
            assertThat(ids(search(word))).contains(ada.toString());
        }
        assertThat(ids(search(People.with("user").email().toUpperCase(Locale.ROOT))))
                .hasSize(1);
        assertThat(ids(search(marker.toUpperCase(Locale.ROOT)))).containsExactly(ada.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "%%", "a%", ".*", "🎈"})
    void a_search_treats_wildcards_and_escapes_literally(String character) {
        People.named(marker, "user");
        var named = People.named(marker + character + "b", "user");

        assertThat(ids(search(marker + character))).containsExactly(named.id().toString());
    }

    @Test
    void a_page_has_20_users_by_default() {
        for (var number = 0; number < 21; number++) {
            People.named(marker, "user");
        }

        assertThat(ids(list(""))).hasSize(20);
        assertThat(ids(list("&limit=100"))).hasSize(21);
        assertThat(list("&limit=21").json().path("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8})
    void paging_returns_every_user_once_while_others_are_added(int limit) {
        for (var number = 0; number < 7; number++) {
            People.named(marker, "user");
        }
        Sql.run("update users set created_at = date_trunc('second', created_at) where name = ?", marker);
        var expected =
                Sql.texts("select id::text from users where name = ? order by created_at desc, users.id desc", marker);
        assertThat(expected).hasSize(7);

        var listed = new ArrayList<String>();
        var cursor = "";
        do {
            var page = list("&limit=" + limit + cursor);
            listed.addAll(ids(page));
            cursor = page.json().path("next_cursor").isNull() ? "" : "&cursor=" + page.text("next_cursor");
            People.named(marker, "user");
        } while (!cursor.isEmpty());

        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void link_headers_keep_the_query() {
        var ada = People.named(marker, "user");
        People.named(marker, "user");

        var page = ADMIN.get("/api/v1/users?role=user&limit=1&search=" + marker).is(200);

        var links = links(page);
        var last = ADMIN.get(requireNonNull(links.get("next"))).is(200);
        assertThat(ids(last)).containsExactly(ada.id().toString());
        assertThat(links(last)).containsOnlyKeys("first");
        assertThat(ADMIN.get(requireNonNull(links(last).get("first"))).json()).isEqualTo(page.json());
    }

    private Answer list(String more) {
        return ADMIN.get("/api/v1/users?search=" + marker + more);
    }

    private static Answer search(String text) {
        return ADMIN.get("/api/v1/users?search=" + URLEncoder.encode(text, UTF_8));
    }

    private static List<String> ids(Answer list) {
        return list.is(200).each("users", "id");
    }

    private static Map<String, String> links(Answer page) {
        return Pattern.compile("<([^>]*)>; rel=\"([a-z]+)\"")
                .matcher(page.header("Link").orElseThrow())
                .results()
                .collect(toMap(link -> link.group(2), link -> link.group(1)));
    }
}
