package dev.galleria.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a marketplace sells, and how much of it there is. */
final class Goods {
    private final Galleria galleria;
    private final String tenant;

    Goods(Galleria galleria, String tenant) {
        this.galleria = galleria;
        this.tenant = tenant;
    }

    /** Products with one variant, so that a page has one form. */
    List<String> items() throws SQLException, IOException {
        return read("SELECT slug FROM product_summary WHERE in_stock AND variant_count = 1 ORDER BY slug LIMIT 1000");
    }

    /** What is offered of products in stock. */
    List<String> offers(String which) throws SQLException, IOException {
        return read("SELECT offer_id FROM product_summary WHERE in_stock " + which + " ORDER BY slug LIMIT 1000")
                .stream()
                .map(ApiBuyer::offer)
                .toList();
    }

    private List<String> read(String query) throws SQLException, IOException {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(query)) {
            var slugs = new ArrayList<String>();
            while (rows.next()) {
                slugs.add(rows.getString(1));
            }
            return slugs;
        }
    }

    /** Has exactly so many of each free, with the ledger's entries. */
    void stock(List<String> slugs, int units) throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.prepareStatement(
                        """
                        WITH chosen AS MATERIALIZED (
                            SELECT (SELECT i.id FROM stock_item i WHERE i.offer_id = s.offer_id ORDER BY i.id LIMIT 1) AS id,
                                   ?::int - (SELECT sum(on_hand - reserved)::int FROM stock_item i WHERE i.offer_id = s.offer_id) AS more
                              FROM product_summary s WHERE s.slug = ANY(?)),
                        moved AS (
                            UPDATE stock_item i SET on_hand = on_hand + c.more FROM chosen c
                             WHERE i.id = c.id AND c.more <> 0 RETURNING i.id, c.more)
                        INSERT INTO stock_movement (id, item_id, kind, quantity, ref_type, ref_id, actor, at)
                        SELECT gen_random_uuid(), id, 'ADJUST', more, 'ADJUST', gen_random_uuid()::text, 'bench', clock_timestamp()
                          FROM moved""")) {
            statement.setInt(1, units);
            statement.setArray(2, connection.createArrayOf("text", slugs.toArray()));
            statement.executeUpdate();
        }
    }

    private Connection connect() throws SQLException, IOException {
        var url = galleria.jdbcUrl();
        try (var connection = DriverManager.getConnection(url)) {
            return DriverManager.getConnection(url + "&currentSchema=" + Galleria.schema(connection, tenant));
        }
    }
}
