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

    /// A name that tells this test's people from all others.
    private final String clan = "clan-" + UUID.randomUUID();

    @Test
    void the_newest_come_first_and_are_shown_whole() {
        var ada = People.named(clan, "user");
        var bob = People.named(clan, "guest");

        var users = list("").json().path("users");

        assertThat(users).hasSize(2);
        assertThat(users.get(0)).isEqualTo(bob.get("/api/v1/users/me").json());
        assertThat(users.get(1)).isEqualTo(ada.get("/api/v1/users/me").json());
        assertThat(list("").text()).doesNotContain("hash", "epoch");
    }

    @Test
    void a_filter_lets_through_what_it_says() {
        var ada = People.named(clan, "admin");
        var bob = People.named(clan, "guest");
        var eve = People.named(clan, "user");
        ADMIN.patch("/api/v1/users/" + eve.id(), "{\"is_active\": false}").is(200);

        assertThat(ids(list("&role=admin"))).containsExactly(ada.id().toString());
        assertThat(ids(list("&role=guest"))).containsExactly(bob.id().toString());
        assertThat(ids(list("&is_active=false"))).containsExactly(eve.id().toString());
        assertThat(ids(list("&is_active=true")))
                .containsExactly(bob.id().toString(), ada.id().toString());
        assertThat(ids(list("&role=admin&is_active=false"))).isEmpty();
    }

    @Test
    void a_search_looks_in_email_username_and_name_and_at_no_case() {
        var ada = People.named("ÀÉ Lovelace " + clan, "user").id();
        Sql.run("update users set username = ? where id = ?", "Countess." + clan.substring(5, 40), ada);

        for (var word : new String[] {"àé LOVELACE", "LOVE", "  love ", "coUNTEss."}) {
            assertThat(ids(search(word))).contains(ada.toString());
        }
        assertThat(ids(search(People.with("user").email().toUpperCase(Locale.ROOT))))
                .hasSize(1);
        assertThat(ids(search(clan.toUpperCase(Locale.ROOT)))).containsExactly(ada.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "%%", "a%", ".*", "🎈"})
    void a_search_takes_every_sign_for_itself(String sign) {
        People.named(clan, "user");
        var signed = People.named(clan + sign + "b", "user");

        assertThat(ids(search(clan + sign))).containsExactly(signed.id().toString());
    }

    @Test
    void a_page_holds_twenty_unless_told_otherwise() {
        for (var number = 0; number < 21; number++) {
            People.named(clan, "user");
        }

        assertThat(ids(list(""))).hasSize(20);
        assertThat(ids(list("&limit=100"))).hasSize(21);
        assertThat(list("&limit=21").json().path("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8})
    void walking_meets_everyone_once_while_others_come_and_go(int limit) {
        for (var number = 0; number < 7; number++) {
            People.named(clan, "user");
        }
        Sql.run("update users set created_at = date_trunc('second', created_at) where name = ?", clan);
        var expected =
                Sql.texts("select id::text from users where name = ? order by created_at desc, users.id desc", clan);
        assertThat(expected).hasSize(7);

        var met = new ArrayList<String>();
        var cursor = "";
        do {
            var page = list("&limit=" + limit + cursor);
            met.addAll(ids(page));
            cursor = page.json().path("next_cursor").isNull() ? "" : "&cursor=" + page.text("next_cursor");
            People.named(clan, "user");
        } while (!cursor.isEmpty());

        assertThat(met).isEqualTo(expected);
    }

    @Test
    void links_lead_through_the_same_query() {
        var ada = People.named(clan, "user");
        People.named(clan, "user");

        var page = ADMIN.get("/api/v1/users?role=user&limit=1&search=" + clan).is(200);

        var links = links(page);
        var last = ADMIN.get(requireNonNull(links.get("next"))).is(200);
        assertThat(ids(last)).containsExactly(ada.id().toString());
        assertThat(links(last)).containsOnlyKeys("first");
        assertThat(ADMIN.get(requireNonNull(links(last).get("first"))).json()).isEqualTo(page.json());
    }

    private Answer list(String more) {
        return ADMIN.get("/api/v1/users?search=" + clan + more);
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
