package dev.galleria.pricing.promotions;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Coupons and their uses in the database. Whoever takes a use holds the coupon's row until the end of the transaction. */
@ApplicationScoped
class CouponStore {
    @Inject
    Database database;

    CouponStore() {}

    CouponStore(Database database) {
        this.database = database;
    }

    /** How a coupon stands. */
    public record Standing(UUID id, boolean on, boolean left) {}

    Optional<Standing> standing(String code) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT k.id, k.max_uses IS NULL OR k.uses < k.max_uses AS "left",
                               p.active AND p.needs_coupon AND (p.starts_at IS NULL OR p.starts_at <= now())
                                 AND (p.ends_at IS NULL OR now() < p.ends_at) AS "on"
                          FROM coupon k JOIN promotion p ON p.id = k.promotion_id WHERE k.code = :code""")
                .bind("code", code)
                .mapTo(Standing.class)
                .findOne());
    }

    /** For that cart, in place of another; entries that nobody has come back to are forgotten. */
    void enter(String cart, UUID coupon) {
        database.call(sql -> {
            sql.execute("DELETE FROM coupon_entry WHERE entered_at < now() - interval '30 days'");
            return sql.execute(
                    """
                    INSERT INTO coupon_entry (cart_id, coupon_id) VALUES (?, ?)
                    ON CONFLICT (cart_id) DO UPDATE SET coupon_id = excluded.coupon_id, entered_at = now()""",
                    cart,
                    coupon);
        });
    }

    void forget(String cart) {
        database.call(sql -> sql.execute("DELETE FROM coupon_entry WHERE cart_id = ?", cart));
    }

    void move(String from, String to) {
        database.call(sql -> sql.execute(
                """
                WITH given AS (DELETE FROM coupon_entry WHERE cart_id = ? RETURNING coupon_id, entered_at)
                INSERT INTO coupon_entry (cart_id, coupon_id, entered_at) SELECT ?, coupon_id, entered_at FROM given
                ON CONFLICT (cart_id) DO NOTHING""",
                from,
                to));
    }

    Optional<String> entered(String cart) {
        return database.call(sql -> sql.createQuery(
                        "SELECT k.code FROM coupon_entry e JOIN coupon k ON k.id = e.coupon_id WHERE e.cart_id = :cart")
                .bind("cart", cart)
                .mapTo(String.class)
                .findOne());
    }

    /** Whether that checkout has a live use of the coupon. */
    boolean has(UUID coupon, UUID checkout) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM coupon_use WHERE checkout_id = :checkout AND coupon_id = :coupon
                                          AND NOT released)""")
                .bind("coupon", coupon)
                .bind("checkout", checkout)
                .mapTo(boolean.class)
                .one());
    }

    /** Takes one use if both limits leave one. The first statement lets the buyers of a coupon take turns. */
    boolean take(UUID coupon, String customer, UUID checkout) {
        return database.call(sql -> {
            sql.createQuery("SELECT id FROM coupon WHERE id = :coupon FOR UPDATE")
                    .bind("coupon", coupon)
                    .mapTo(UUID.class)
                    .one();
            int taken = sql.createUpdate(
                            """
                            INSERT INTO coupon_use (id, coupon_id, customer, checkout_id)
                            SELECT :id, k.id, :customer, :checkout FROM coupon k
                             WHERE k.id = :coupon AND (k.max_uses IS NULL OR k.uses < k.max_uses)
                               AND (k.max_per_customer IS NULL OR k.max_per_customer >
                                    (SELECT count(*) FROM coupon_use u
                                      WHERE u.coupon_id = k.id AND u.customer = :customer AND NOT u.released))""")
                    .bind("id", Ids.next())
                    .bind("coupon", coupon)
                    .bind("customer", customer)
                    .bind("checkout", checkout)
                    .execute();
            return taken > 0 && sql.execute("UPDATE coupon SET uses = uses + 1 WHERE id = ?", coupon) > 0;
        });
    }

    void placed(UUID checkout, UUID order) {
        database.call(sql -> sql.execute(
                "UPDATE coupon_use SET order_id = ? WHERE checkout_id = ? AND NOT released", order, checkout));
    }

    /** Gives back what a checkout has taken and no order has used. */
    void releaseCheckout(UUID checkout) {
        release("checkout_id = :of AND order_id IS NULL", checkout);
    }

    void releaseOrder(UUID order) {
        release("order_id = :of", order);
    }

    private void release(String which, UUID of) {
        database.call(sql -> sql.createUpdate(
                        """
                        WITH gone AS (UPDATE coupon_use SET released = true WHERE NOT released AND %s RETURNING coupon_id)
                        UPDATE coupon k SET uses = uses - 1 FROM gone WHERE k.id = gone.coupon_id"""
                                .formatted(which))
                .bind("of", of)
                .execute());
    }

    /** Adds those codes that are not there yet, and tells which. */
    List<String> add(
            UUID promotion, Collection<String> codes, String batch, @Nullable Integer most, @Nullable Integer each) {
        return database.call(sql -> {
            var prepared = sql.prepareBatch(
                    """
                    INSERT INTO coupon (id, promotion_id, code, batch, max_uses, max_per_customer)
                    VALUES (:id, :promotion, :code, :batch, :most, :each) ON CONFLICT (code) DO NOTHING""");
            for (var code : codes) {
                prepared.bind("id", Ids.next())
                        .bind("promotion", promotion)
                        .bind("code", code)
                        .bind("batch", batch)
                        .bindByType("most", most, Integer.class)
                        .bindByType("each", each, Integer.class)
                        .add();
            }
            prepared.execute();
            return sql.createQuery("SELECT code FROM coupon WHERE promotion_id = :promotion AND batch = :batch")
                    .bind("promotion", promotion)
                    .bind("batch", batch)
                    .mapTo(String.class)
                    .list();
        });
    }

    /** All codes of a promotion with their uses, as lines of a table. */
    List<CouponRow> list(UUID promotion) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT code, batch, uses, max_uses, max_per_customer FROM coupon WHERE promotion_id = :promotion
                         ORDER BY created_at, code""")
                .bind("promotion", promotion)
                .mapTo(CouponRow.class)
                .list());
    }
}
