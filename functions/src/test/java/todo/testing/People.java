package todo.testing;

import todo.http.Ids;

/// People whom nobody had to wait for: no password is hashed for them. Theirs is the one of all.
public final class People {
    private static final Person FIRST = Api.shared().newPerson();

    private People() {}

    /// Someone new who has this role and a session.
    public static Person with(String role) {
        return named("Someone", role);
    }

    public static Person named(String name, String role) {
        var id = Ids.next();
        var session = Ids.next();
        var email = Api.newEmail();
        Sql.run("""
                insert into users (id, email, name, role, password_hash)
                select ?, ?, ?, ?::role, password_hash from users where id = ?
                """, id, email, name, role, FIRST.id());
        Sql.run("""
                insert into sessions (id, user_id, ip, expires_at)
                values (?, ?, '127.0.0.1', now() + interval '1 day')
                """, session, id);
        var token = OpenToken.of(FIRST.token())
                .claim("sub", "\"" + id + "\"")
                .claim("sid", "\"" + session + "\"")
                .signed();
        return new Person(Api.shared(), id, email, token);
    }
}
