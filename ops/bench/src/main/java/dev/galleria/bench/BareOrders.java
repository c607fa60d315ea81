package dev.galleria.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The ceiling of placing orders: the bare equivalent in the same PostgreSQL, one statement that takes stock if there is enough and
 * writes an order, its line and its payment, durably committed. Over plain JDBC, by as many clients as there are buyers.
 */
final class BareOrders implements AutoCloseable {
    private static final int ROWS = 10_000;
    private static final String ORDER =
            """
            WITH taken AS (
                UPDATE bare.stock SET on_hand = on_hand - 1 WHERE id = ? AND on_hand >= 1 RETURNING id),
            ordered AS (
                INSERT INTO bare.purchase (id, email, total) SELECT ?, 'somebody@example.com', 1999 FROM taken RETURNING id),
            line AS (
                INSERT INTO bare.line (id, purchase_id, item_id, quantity, unit)
                SELECT ?, ordered.id, taken.id, 1, 1999 FROM ordered, taken)
            INSERT INTO bare.payment (id, purchase_id, amount, state) SELECT ?, id, 1999, 'AUTHORIZED' FROM ordered""";

    private final String url;
    private final ThreadLocal<Connection> connections;

    BareOrders(String url) throws SQLException {
        this.url = url;
        connections = ThreadLocal.withInitial(this::connect);
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bare CASCADE");
            statement.execute("CREATE SCHEMA bare");
            statement.execute(
                    "CREATE TABLE bare.stock (id int PRIMARY KEY, on_hand int NOT NULL CHECK (on_hand >= 0))");
            statement.execute(
                    "CREATE TABLE bare.purchase (id uuid PRIMARY KEY, email text, total bigint, at timestamptz DEFAULT now())");
            statement.execute("CREATE TABLE bare.line (id uuid PRIMARY KEY, purchase_id uuid REFERENCES bare.purchase,"
                    + " item_id int, quantity int, unit bigint)");
            statement.execute(
                    "CREATE TABLE bare.payment (id uuid PRIMARY KEY, purchase_id uuid REFERENCES bare.purchase,"
                            + " amount bigint, state text)");
            statement.execute(
                    "INSERT INTO bare.stock SELECT n, 100000000 FROM generate_series(0, " + (ROWS - 1) + ") n");
        }
    }

    private Connection connect() {
        try {
            return DriverManager.getConnection(url + "&prepareThreshold=1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One order of one of so many items. */
    void place(SplittableRandom chance, int items) throws SQLException {
        try (var statement = connections.get().prepareStatement(ORDER)) {
            statement.setInt(1, chance.nextInt(Math.min(ROWS, items)));
            for (int i = 2; i <= 4; i++) {
                statement.setObject(i, new UUID(chance.nextLong(), chance.nextLong()));
            }
            if (statement.executeUpdate() != 1) {
                throw new SQLException("nothing was ordered");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA bare CASCADE");
        }
    }
}
