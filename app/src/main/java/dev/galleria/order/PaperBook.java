package dev.galleria.order;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes papers down. The number is asked for when everything else stands. */
final class PaperBook {
    private final Database database;

    PaperBook(Database database) {
        this.database = database;
    }

    void write(
            OrderId order,
            OrderDetails.Part part,
            Paper.Kind kind,
            @Nullable UUID refund,
            Instant at,
            Paper.Content content,
            Supplier<Long> number) {
        var written = Json.write(content);
        long taken = number.get();
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO order_document (id, purchase_id, seller_order_id, seller_id, kind, number, refund_id, issued_at, content)
                        VALUES (:id, :order, :part, :seller, :kind, :number, :refund, :at, CAST(:content AS jsonb))""")
                .bind("id", Ids.next())
                .bind("order", order.value())
                .bind("part", part.id().value())
                .bind("seller", part.seller().value())
                .bind("kind", kind.name())
                .bind("number", taken)
                .bindByType("refund", refund, UUID.class)
                .bind("at", at)
                .bind("content", written)
                .execute());
    }
}
