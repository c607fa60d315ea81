package dev.galleria.pricing.promotions;

import dev.galleria.account.GroupId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Promotions in the database. */
@ApplicationScoped
class PromotionStore {
    private static final String FIELDS =
            """
            p.id, p.name, p.kind, p.value, p.buy_quantity, p.get_quantity, p.stacking, p.position, p.min_subtotal_minor,
            p.min_quantity, p.targets""";

    private static final String ROWS = "SELECT " + FIELDS
            + """
            , NULL::uuid AS coupon, p.group_id, p.needs_coupon, p.active, p.starts_at, p.ends_at,
              (SELECT count(*) FROM coupon k WHERE k.promotion_id = p.id) AS coupons,
              (SELECT coalesce(sum(k.uses), 0) FROM coupon k WHERE k.promotion_id = p.id) AS uses
              FROM promotion p""";

    @Inject
    Database database;

    PromotionStore() {}

    PromotionStore(Database database) {
        this.database = database;
    }

    /** Those that are on for that cart by the database's clock, whatever is in it. */
    List<Promotion> current(String cart, @Nullable GroupId group) {
        return database.call(sql -> sql.createQuery(
                        "SELECT " + FIELDS
                                + """
                , CASE WHEN p.needs_coupon THEN k.id END AS coupon
                  FROM promotion p LEFT JOIN coupon_entry e ON e.cart_id = :cart
                  LEFT JOIN coupon k ON k.id = e.coupon_id AND k.promotion_id = p.id
                                    AND (k.max_uses IS NULL OR k.uses < k.max_uses)
                 WHERE p.active AND (p.starts_at IS NULL OR p.starts_at <= now())
                   AND (p.ends_at IS NULL OR now() < p.ends_at)
                   AND (p.group_id IS NULL OR p.group_id = CAST(:group AS uuid))
                   AND (NOT p.needs_coupon OR k.id IS NOT NULL)""")
                .bind("cart", cart)
                .bind("group", group == null ? null : group.value())
                .map((row, context) -> read(row))
                .list());
    }

    Optional<Promotion> find(UUID id) {
        return database.call(
                sql -> sql.createQuery("SELECT " + FIELDS + ", NULL::uuid AS coupon FROM promotion p WHERE p.id = :id")
                        .bind("id", id)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    List<PromotionRow> list() {
        return database.call(sql -> sql.createQuery(ROWS + " ORDER BY p.active DESC, p.position, p.id DESC LIMIT 500")
                .map((row, context) -> row(row))
                .list());
    }

    Optional<PromotionRow> row(UUID id) {
        return database.call(sql -> sql.createQuery(ROWS + " WHERE p.id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne());
    }

    UUID insert(PromotionTerms terms) {
        var id = Ids.next();
        database.call(sql -> bound(
                        sql,
                        """
                INSERT INTO promotion (id, name, kind, value, buy_quantity, get_quantity, stacking, position,
                                       min_subtotal_minor, min_quantity, group_id, targets, needs_coupon, starts_at,
                                       ends_at, active)
                VALUES (:id, :name, :kind, :value, :buy, :get, :stacking, :position, :minSubtotal, :minQuantity,
                        CAST(:group AS uuid), :targets, :needsCoupon, CAST(:startsAt AS timestamptz),
                        CAST(:endsAt AS timestamptz), :active)""",
                        id,
                        terms)
                .bind("active", terms.active())
                .execute());
        return id;
    }

    /** Whether there is such a promotion; it stays on or off. */
    boolean update(UUID id, PromotionTerms terms) {
        return database.call(sql -> bound(
                                sql,
                                """
                        UPDATE promotion
                           SET name = :name, kind = :kind, value = :value, buy_quantity = :buy, get_quantity = :get,
                               stacking = :stacking, position = :position, min_subtotal_minor = :minSubtotal,
                               min_quantity = :minQuantity, group_id = CAST(:group AS uuid), targets = :targets,
                               needs_coupon = :needsCoupon, starts_at = CAST(:startsAt AS timestamptz),
                               ends_at = CAST(:endsAt AS timestamptz)
                         WHERE id = :id""",
                                id,
                                terms)
                        .execute())
                > 0;
    }

    private static Update bound(Handle sql, String statement, UUID id, PromotionTerms terms) {
        return sql.createUpdate(statement)
                .bind("id", id)
                .bind("name", terms.name())
                .bind("kind", terms.kind().name())
                .bind("value", terms.value())
                .bind("buy", terms.buy())
                .bind("get", terms.get())
                .bind("stacking", terms.stacking().name())
                .bind("position", terms.position())
                .bind("minSubtotal", terms.minSubtotal())
                .bind("minQuantity", terms.minQuantity())
                .bind("group", terms.group())
                .bindArray("targets", UUID.class, List.copyOf(terms.targets()))
                .bind("needsCoupon", terms.needsCoupon())
                .bind("startsAt", terms.startsAt())
                .bind("endsAt", terms.endsAt());
    }

    boolean activate(UUID id, boolean active) {
        return database.call(sql -> sql.execute("UPDATE promotion SET active = ? WHERE id = ?", active, id)) > 0;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static PromotionRow row(ResultSet row) throws SQLException {
        return new PromotionRow(
                read(row),
                row.getObject("group_id", UUID.class),
                row.getBoolean("needs_coupon"),
                row.getBoolean("active"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getInt("coupons"),
                row.getLong("uses"));
    }

    private static Promotion read(ResultSet row) throws SQLException {
        return new Promotion(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Promotion.Kind.valueOf(row.getString("kind")),
                row.getLong("value"),
                row.getInt("buy_quantity"),
                row.getInt("get_quantity"),
                Promotion.Stacking.valueOf(row.getString("stacking")),
                row.getInt("position"),
                row.getLong("min_subtotal_minor"),
                row.getInt("min_quantity"),
                Set.copyOf(Arrays.asList((UUID[]) row.getArray("targets").getArray())),
                row.getObject("coupon", UUID.class));
    }
}
