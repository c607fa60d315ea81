package dev.galleria.order;

import dev.galleria.inventory.LineQuantity;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What becomes of the units of an order's lines: sent, canceled, sent back. The order is locked by whoever asks. */
final class LineLedger {
    private final Handle sql;

    LineLedger(Handle sql) {
        this.sql = sql;
    }

    /** A line of a part. */
    public record Row(UUID partId, int lineNo, UUID offerId, int quantity, int shipped, int canceled, int returned) {
        int open() {
            return quantity - shipped - canceled;
        }
    }

    /** A parcel of a part. */
    public record ParcelRow(
            UUID id, int parcelNo, String carrier, String trackingNumber, @Nullable Instant deliveredAt) {}

    List<Row> ofPart(PartId part) {
        return rows("seller_order_id", part.value());
    }

    List<Row> ofOrder(OrderId order) {
        return rows("purchase_id", order.value());
    }

    private List<Row> rows(String column, UUID id) {
        return sql.createQuery(
                        "SELECT seller_order_id AS part_id, line_no, offer_id, quantity, shipped, canceled, returned"
                                + " FROM order_line WHERE " + column + " = :id ORDER BY line_no")
                .bind("id", id)
                .mapTo(Row.class)
                .list();
    }

    /** Counts units as sent, canceled or sent back; those that are not open for it are a Problem (CONFLICT). */
    void count(OrderId order, Fate fate, List<LineQuantity> lines) {
        for (var line : lines) {
            int counted = sql.createUpdate(fate.update)
                    .bindMap(Map.of("order", order.value(), "line", line.lineNo(), "units", line.quantity()))
                    .execute();
            if (counted != 1) {
                throw Problem.conflict("order/units-moved-on", "line " + line.lineNo());
            }
        }
    }

    /** What can become of a unit. */
    enum Fate {
        SHIPPED("shipped = shipped + :units", "shipped + canceled + :units <= quantity"),
        CANCELED("canceled = canceled + :units", "shipped + canceled + :units <= quantity"),
        RETURNED("returned = returned + :units", "returned + :units <= shipped");

        private final String update;

        Fate(String change, String condition) {
            update = "UPDATE order_line SET " + change + " WHERE purchase_id = :order AND line_no = :line AND "
                    + condition;
        }
    }

    List<ParcelRow> parcels(PartId part) {
        return sql.createQuery(
                        """
                        SELECT id, parcel_no, carrier, tracking_number, delivered_at FROM shipment
                         WHERE seller_order_id = :part ORDER BY parcel_no""")
                .bind("part", part.value())
                .mapTo(ParcelRow.class)
                .list();
    }

    /** Writes a parcel with its lines. */
    ShipmentId send(PartId part, Parcel parcel, List<LineQuantity> lines, Instant at, @Nullable UUID replacementOf) {
        var id = Ids.next();
        sql.createUpdate(
                        """
                        INSERT INTO shipment (id, seller_order_id, parcel_no, carrier, tracking_number, tracking_url, shipped_at, return_id)
                        SELECT :id, :part, coalesce(max(parcel_no), 0) + 1, :carrier, :number, :url, :at, :return
                          FROM shipment WHERE seller_order_id = :part""")
                .bind("id", id)
                .bind("part", part.value())
                .bind("carrier", parcel.carrier())
                .bind("number", parcel.trackingNumber())
                .bind("url", parcel.trackingUrl())
                .bind("at", at)
                .bindByType("return", replacementOf, UUID.class)
                .execute();
        var batch = sql.prepareBatch(
                "INSERT INTO shipment_line (shipment_id, line_no, quantity) VALUES (:shipment, :line, :units)");
        for (var line : lines) {
            batch.bind("shipment", id)
                    .bind("line", line.lineNo())
                    .bind("units", line.quantity())
                    .add();
        }
        batch.execute();
        return new ShipmentId(id);
    }

    /** Notes the arrival of a parcel; false if it was noted before. */
    boolean arrived(PartId part, ShipmentId id, Instant at) {
        return sql.createUpdate(
                                """
                        UPDATE shipment SET delivered_at = :at
                         WHERE id = :id AND seller_order_id = :part AND delivered_at IS NULL""")
                        .bind("at", at)
                        .bind("id", id.value())
                        .bind("part", part.value())
                        .execute()
                == 1;
    }

    /** Whether that has been done under this token. */
    boolean done(OrderId order, OrderDetails.Kind kind, String token) {
        return sql.createQuery(
                        """
                        SELECT EXISTS (SELECT 1 FROM order_event WHERE purchase_id = :order AND kind = :kind
                                          AND detail ->> 'token' = :token)""")
                .bind("order", order.value())
                .bind("kind", kind.name())
                .bind("token", token)
                .mapTo(boolean.class)
                .one();
    }

    Optional<UUID> orderOf(UUID seller, PartId part) {
        return sql.createQuery("SELECT purchase_id FROM seller_order WHERE id = :id AND seller_id = :seller")
                .bind("id", part.value())
                .bind("seller", seller)
                .mapTo(UUID.class)
                .findOne();
    }
}
