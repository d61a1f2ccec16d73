package todo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultProxyTest {
    private static final byte[] IS_TLS_SPOKEN = {0, 0, 0, 8, 4, (byte) 210, 22, 47};

    private final EmbeddedPostgres postgres = EmbeddedPostgres.start();
    private final Connection direct = postgres.getPostgresDatabase().getConnection();
    private FaultProxy proxy = FaultProxy.before("127.0.0.1", postgres.getPort());

    FaultProxyTest() throws IOException, SQLException {}

    @BeforeAll
    void create_table() throws SQLException {
        update(direct, "create table notes (text text)");
    }

    @BeforeEach
    void start_proxy() throws SQLException {
        update(direct, "truncate notes");
        proxy = FaultProxy.before("127.0.0.1", postgres.getPort());
    }

    @AfterEach
    void stop_proxy() {
        proxy.close();
    }

    @AfterAll
    void stop() throws Exception {
        direct.close();
        postgres.close();
    }

    @Test
    void statements_pass_and_connections_are_counted() throws SQLException {
        try (var first = connect();
                var second = connect()) {
            assertThat(number(first, "select 1")).isEqualTo(1);
            assertThat(number(second, "select 2")).isEqualTo(2);
        }

        assertThat(proxy.connections()).isEqualTo(2);
    }

    @Test
    void cut_ends_connections_with_eof_and_new_ones_work() throws SQLException {
        try (var before = connect()) {
            proxy.cut();

            assertThatThrownBy(() -> number(before, "select 1")).hasRootCauseInstanceOf(EOFException.class);
        }
        try (var after = connect()) {
            assertThat(number(after, "select 1")).isEqualTo(1);
        }
    }

    @Test
    void reset_ends_connections_with_connection_reset_and_new_ones_work() throws SQLException {
        try (var before = connect()) {
            proxy.reset();

            assertThatThrownBy(() -> number(before, "select 1"))
                    .rootCause()
                    .isInstanceOf(SocketException.class)
                    .hasMessageStartingWith("Connection reset");
        }
        try (var after = connect()) {
            assertThat(number(after, "select 1")).isEqualTo(1);
        }
    }

    @Test
    void a_black_hole_neither_executes_nor_answers_statements() throws SQLException {
        try (var connection = connect()) {
            proxy.blackHole();
            connection.setNetworkTimeout(Runnable::run, 1000);

            assertThatThrownBy(() -> update(connection, "insert into notes values ('lost')"))
                    .hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
        assertThat(number(direct, "select count(*) from notes")).isZero();
    }

    @Test
    void a_black_hole_accepts_connections_and_delivers_held_bytes_later() throws IOException {
        proxy.blackHole();

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write(IS_TLS_SPOKEN);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            proxy.pass();
            socket.setSoTimeout(10_000);
            assertThat(socket.getInputStream().read()).isEqualTo('N');
        }
    }

    @Test
    void refuse_rejects_new_connections_and_keeps_live_ones_and_the_port() throws SQLException {
        var port = proxy.port();
        try (var before = connect()) {
            proxy.refuse();

            assertThatThrownBy(this::connect).hasRootCauseInstanceOf(ConnectException.class);
            assertThat(number(before, "select 1")).isEqualTo(1);
        }
        proxy.pass();

        try (var after = connect()) {
            assertThat(number(after, "select 1")).isEqualTo(1);
        }
        assertThat(proxy.port()).isEqualTo(port);
    }

    @Test
    void cut_after_request_executes_the_statement_and_loses_one_reply() throws SQLException {
        proxy.cutAfterRequest();
        try (var connection = connect()) {
            assertThatThrownBy(() -> update(connection, "insert into notes values ('kept')"))
                    .hasRootCauseInstanceOf(EOFException.class);
        }
        assertThat(number(direct, "select count(*) from notes")).isEqualTo(1);

        try (var after = connect()) {
            assertThat(number(after, "select count(*) from notes")).isEqualTo(1);
        }
    }

    @Test
    void a_long_reply_is_lost_after_its_statement_has_committed() throws SQLException {
        try (var connection = connect()) {
            proxy.cutAfterRequest();

            assertThatThrownBy(() -> number(connection, """
                    insert into notes select repeat('x', 1000) from generate_series(1, 1000) returning text
                    """)).hasRootCauseInstanceOf(EOFException.class);
        }
        assertThat(number(direct, "select count(*) from notes")).isEqualTo(1000);
    }

    /// Given the server's version, the driver sends no statement of its own when it connects.
    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&assumeMinServerVersion=18"
                        .formatted(proxy.port()));
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
