package todo.export;

import static org.assertj.core.api.Assertions.assertThat;
import static todo.testing.AccountClient.EXPORT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import todo.testing.AccountClient;
import todo.testing.Answer;
import todo.testing.People;
import todo.testing.Person;
import todo.testing.Sql;

final class ExportPagesTest {
    private final AccountClient account = AccountClient.ofNewUser();
    private final Person ada = account.person();

    @Test
    void pages_list_sessions_then_events_then_tasks() {
        ada.newTask("Buy milk");
        ada.newTask("Buy bread");
        var elsewhere = Sql.texts("""
                insert into sessions (id, user_id, ip, expires_at) values (uuidv7(), ?, '192.0.2.1', now() + interval '1 day') returning id""", ada.id());
        Sql.run("insert into audit_events (event, user_id) values ('one', ?), ('two', ?)", ada.id(), ada.id());
        Sql.run("insert into audit_events (event, user_id, actor_id) values ('three', ?, ?)", ada.id(), ada.id());

        var pages = pages(ada, 1);

        assertThat(pages)
                .hasSize(8)
                .allSatisfy(page -> assertThat(new ExportPage(page).items()).hasSize(1));
        assertThat(ids(pages, "sessions")).hasSize(2).containsAll(elsewhere);
        assertThat(each(pages, "audit_events", "event")).containsExactly("one", "two", "three", "export");
        assertThat(each(pages, "tasks", "title")).containsExactly("Buy milk", "Buy bread");
        assertThat(pages.getFirst().json().path("profile").isObject()).isTrue();
        assertThat(pages.subList(1, 8))
                .allSatisfy(
                        page -> assertThat(page.json().path("profile").isNull()).isTrue());
    }

    @Test
    void every_task_is_exported_once_while_others_are_created_changed_and_deleted() {
        addTasks(2600);
        var stays = Sql.texts("select id from tasks where user_id = ? and version % 3 > 0", ada.id());

        var pages = new ArrayList<Answer>();
        for (var page = ada.get(EXPORT).is(200); ; page = next(page)) {
            pages.add(page);
            if (page.json().path("next_cursor").isNull()) {
                break;
            }
            Sql.run("delete from tasks where user_id = ? and version % 3 = 0 and random() < 0.3", ada.id());
            Sql.run("update tasks set title = 'changed', updated_at = now() where user_id = ?", ada.id());
            ada.newTask("Buy milk");
        }

        assertThat(pages).hasSizeGreaterThan(4);
        assertThat(ids(pages, "tasks")).doesNotHaveDuplicates().containsAll(stays);
    }

    @Test
    void a_long_audit_trail_is_exported_completely() {
        Sql.run("""
                insert into audit_events (event, user_id, actor_id, at)
                select 'log_in', ?, ?, now() - i % 7 * interval '1 day' from generate_series(1, 1234) i""", ada.id(), ada.id());

        var pages = pages(ada, 500);

        assertThat(ids(pages, "audit_events"))
                .hasSize(1235)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Sql.texts("select id from audit_events where user_id = ?", ada.id()));
    }

    @Test
    void an_export_of_several_pages_is_audited_once() {
        addTasks(5);

        pages(ada, 2);

        assertThat(Sql.texts("select event || ' by ' || actor_id from audit_events where user_id = ?", ada.id()))
                .isSubsetOf("export by " + ada.id())
                .hasSize(1);
    }

    private void addTasks(int many) {
        People.addToPendingCount(ada.id(), many);
        Sql.run("""
                insert into tasks (id, user_id, title, priority, created_at, updated_at, version)
                select uuidv7(), ?, 'Task ' || i, 'medium', moment, moment, i
                from generate_series(1, ?) i,
                     lateral (select now() - i % 50 * interval '1 minute') as at (moment)
                """, ada.id(), many);
    }

    private List<Answer> pages(Person person, int limit) {
        var pages = new ArrayList<Answer>();
        pages.add(person.get(EXPORT + "?limit=" + limit).is(200));
        while (!pages.getLast().json().path("next_cursor").isNull()) {
            pages.add(person.get(EXPORT + "?limit=" + limit + "&cursor="
                            + pages.getLast().text("next_cursor"))
                    .is(200));
        }
        return pages;
    }

    private Answer next(Answer page) {
        return ada.get(EXPORT + "?cursor=" + page.text("next_cursor")).is(200);
    }

    private static List<String> ids(List<Answer> pages, String part) {
        return each(pages, part, "id");
    }

    private static List<String> each(List<Answer> pages, String part, String member) {
        return pages.stream().flatMap(page -> page.each(part, member).stream()).toList();
    }
}
