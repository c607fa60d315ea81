package dev.galleria.order;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Secrets;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes orders: in bulk, because history comes by the thousand and one order is a batch of one. */
@ApplicationScoped
class OrderStore {
    @Inject
    Database database;

    /** What is already an order. */
    public record Placed(UUID id, String number, @Nullable UUID paymentId) {
        OrderId order() {
            return new OrderId(id);
        }

        PlacedOrder asPlacedOrder() {
            return new PlacedOrder(order(), number, token(order()));
        }
    }

    /** The token of an order's stable address can be made again from its id; only its hash is stored. */
    static String token(OrderId id) {
        return Secrets.derive("order-token", id.toString());
    }

    Optional<Placed> ofCheckout(CheckoutId id) {
        return database.call(
                sql -> sql.createQuery("SELECT id, number, payment_id FROM purchase WHERE checkout_id = :id")
                        .bind("id", id.value())
                        .mapTo(Placed.class)
                        .findOne());
    }

    /** The order of a seller's part; somebody else's part is as unknown as none: a Problem (NOT_FOUND). */
    static OrderId orderOf(Database database, SellerId seller, PartId part) {
        return database.call(sql -> new LineLedger(sql).orderOf(seller.value(), part))
                .map(OrderId::new)
                .orElseThrow(() -> Problem.notFound("order/unknown-part", part));
    }

    void insert(List<Sale> sales) {
        database.call(sql -> {
            insertPurchases(sql, sales);
            var parts = insertParts(sql, sales);
            insertLines(sql, sales, parts);
            insertEvents(sql, sales);
            insertShipments(sql, sales, parts);
            return null;
        });
    }

    /** Adds to an order's timeline. */
    void note(OrderId order, Sale.Event event) {
        database.call(sql -> {
            var batch = sql.prepareBatch(EVENT);
            bindEvent(batch, order, event).add();
            return batch.execute();
        });
    }

    private static void insertPurchases(Handle sql, List<Sale> sales) {
        var batch = sql.prepareBatch(
                """
                INSERT INTO purchase (id, number, checkout_id, payment_id, account_id, email, locale, state, payment_method,
                                      address, currency, subtotal_minor, discount_minor, shipping_minor, tax_minor,
                                      tax_included, total_minor, exchange_rate, own_total_minor, explanation, token_hash, placed_at)
                VALUES (:id, :number, :checkout, :payment, :account, :email, :locale, :state, :method,
                        CAST(:address AS jsonb), :currency, :subtotal, :discount, :shipping, :tax,
                        :taxIncluded, :total, :rate, :ownTotal, CAST(:explanation AS jsonb), :hash, :placedAt)""");
        for (var sale : sales) {
            var deal = sale.deal();
            var quote = deal.quote();
            var exchange = deal.exchange();
            var payment = sale.payment();
            var account = sale.account();
            batch.bind("id", sale.order().value())
                    .bind("number", sale.number())
                    .bind("checkout", sale.checkout().value())
                    .bindByType("payment", payment == null ? null : payment.value(), UUID.class)
                    .bindByType("account", account == null ? null : account.value(), UUID.class)
                    .bind("email", deal.email())
                    .bind("locale", sale.locale().toLanguageTag())
                    .bind("state", sale.state().name())
                    .bind("method", sale.paymentMethod())
                    .bind("address", Json.write(deal.address()))
                    .bind("currency", quote.total().currency().getCurrencyCode())
                    .bind("subtotal", quote.subtotal().minorUnits())
                    .bind("discount", quote.discount().minorUnits())
                    .bind("shipping", quote.shipping().minorUnits())
                    .bind("tax", quote.tax().minorUnits())
                    .bind("taxIncluded", quote.taxIncluded())
                    .bind("total", quote.total().minorUnits())
                    .bind("rate", exchange == null ? BigDecimal.ONE : exchange.rate())
                    .bind("ownTotal", deal.worth(quote.total()).minorUnits())
                    .bind("explanation", Json.write(quote.explanation()))
                    .bind("hash", Secrets.hash(token(sale.order())))
                    .bind("placedAt", sale.placedAt())
                    .add();
        }
        batch.execute();
    }

    /** The ids of the parts by order and seller. */
    private static Map<String, UUID> insertParts(Handle sql, List<Sale> sales) {
        var ids = new HashMap<String, UUID>();
        var batch = sql.prepareBatch(
                """
                INSERT INTO seller_order (id, purchase_id, seller_id, seller_name, part_no, state, shipping_method,
                                          shipping_label, subtotal_minor, discount_minor, shipping_minor, tax_minor,
                                          total_minor, own_total_minor, shipping_tax_rate_ppm, placed_at)
                VALUES (:id, :purchase, :seller, :sellerName, :partNo, :state, :method,
                        :label, :subtotal, :discount, :shipping, :tax, :total, :ownTotal,
                        :shippingRate, :placedAt)""");
        for (var sale : sales) {
            var worth = sale.deal().worthOfParts();
            int partNo = 0;
            for (var parcel : sale.deal().parcels()) {
                var share = sale.deal().quote().parcel(parcel.seller());
                var id = Ids.next();
                ids.put(sale.order() + "/" + parcel.seller(), id);
                batch.bind("id", id)
                        .bind("purchase", sale.order().value())
                        .bind("seller", parcel.seller().value())
                        .bind("sellerName", parcel.sellerName())
                        .bind("partNo", ++partNo)
                        .bind("state", sale.state().name())
                        .bind("method", parcel.method())
                        .bind("label", parcel.methodLabel())
                        .bind("subtotal", share.subtotal().minorUnits())
                        .bind("discount", share.discount().minorUnits())
                        .bind("shipping", share.shipping().minorUnits())
                        .bind("tax", share.tax().minorUnits())
                        .bind("total", share.total().minorUnits())
                        .bind("ownTotal", worth.get(parcel.seller()).minorUnits())
                        .bind("shippingRate", share.shippingTaxRatePpm())
                        .bind("placedAt", sale.placedAt())
                        .add();
            }
        }
        batch.execute();
        return ids;
    }

    private static void insertLines(Handle sql, List<Sale> sales, Map<String, UUID> parts) {
        var batch = sql.prepareBatch(
                """
                INSERT INTO order_line (id, purchase_id, seller_order_id, line_no, seller_id, product_id, product_slug,
                                        variant_id, offer_id, sku, title, choices, image_key, quantity, unit_minor,
                                        discount_minor, tax_minor, tax_rate_ppm, total_minor)
                VALUES (:id, :purchase, :part, :lineNo, :seller, :product, :slug,
                        :variant, :offer, :sku, :title, :choices, :imageKey, :quantity, :unit,
                        :discount, :tax, :taxRate, :total)""");
        for (var sale : sales) {
            for (var line : sale.deal().quote().lines()) {
                var item = sale.deal().items().get(line.lineNo() - 1);
                batch.bind("id", Ids.next())
                        .bind("purchase", sale.order().value())
                        .bind("part", parts.get(sale.order() + "/" + line.seller()))
                        .bind("lineNo", line.lineNo())
                        .bind("seller", line.seller().value())
                        .bind("product", item.product().value())
                        .bind("slug", item.slug())
                        .bind("variant", item.variant().value())
                        .bind("offer", item.offer().value())
                        .bind("sku", item.sku())
                        .bind("title", item.title())
                        .bind("choices", item.choices())
                        .bind("imageKey", item.imageKey())
                        .bind("quantity", line.quantity())
                        .bind("unit", line.unitPrice().minorUnits())
                        .bind("discount", line.discount().minorUnits())
                        .bind("tax", line.tax().minorUnits())
                        .bind("taxRate", line.taxRatePpm())
                        .bind("total", line.total().minorUnits())
                        .add();
            }
        }
        batch.execute();
    }

    private static final String EVENT =
            """
            INSERT INTO order_event (id, purchase_id, seller_id, at, kind, actor, detail)
            VALUES (:id, :purchase, :seller, :at, :kind, :actor, CAST(:detail AS jsonb))""";

    private static void insertEvents(Handle sql, List<Sale> sales) {
        var batch = sql.prepareBatch(EVENT);
        for (var sale : sales) {
            for (var event : sale.events()) {
                bindEvent(batch, sale.order(), event).add();
            }
        }
        batch.execute();
    }

    private static PreparedBatch bindEvent(PreparedBatch batch, OrderId order, Sale.Event event) {
        var seller = event.seller();
        return batch.bind("id", Ids.next())
                .bind("purchase", order.value())
                .bindByType("seller", seller == null ? null : seller.value(), UUID.class)
                .bind("at", event.at())
                .bind("kind", event.kind().name())
                .bind("actor", event.actor())
                .bind("detail", Json.write(event.detail()));
    }

    private static void insertShipments(Handle sql, List<Sale> sales, Map<String, UUID> parts) {
        var batch = sql.prepareBatch(
                """
                INSERT INTO shipment (id, seller_order_id, parcel_no, carrier, tracking_number, tracking_url, shipped_at, delivered_at)
                VALUES (:id, :part, 1, :carrier, :number, :url, :shippedAt, :deliveredAt)""");
        for (var sale : sales) {
            for (var sent : sale.sent()) {
                batch.bind("id", Ids.next())
                        .bind("part", parts.get(sale.order() + "/" + sent.seller()))
                        .bind("carrier", sent.carrier())
                        .bind("number", sent.trackingNumber())
                        .bind("url", sent.trackingUrl())
                        .bind("shippedAt", sent.shippedAt())
                        .bind("deliveredAt", sent.deliveredAt())
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        settle(sql, sales);
    }

    /** What was brought in as sent has been sent in one parcel; what was brought in as canceled has been given back. */
    private static void settle(Handle sql, List<Sale> sales) {
        var done = sales.stream()
                .filter(sale -> sale.state() != OrderState.CONFIRMED)
                .map(sale -> sale.order().value())
                .toList();
        if (done.isEmpty()) {
            return;
        }
        for (var statement : SETTLE) {
            sql.createUpdate(statement).bindArray("orders", UUID.class, done).execute();
        }
    }

    private static final List<String> SETTLE = List.of(
            """
            INSERT INTO shipment_line (shipment_id, line_no, quantity)
            SELECT s.id, l.line_no, l.quantity FROM shipment s JOIN order_line l ON l.seller_order_id = s.seller_order_id
             WHERE l.purchase_id = ANY(:orders)""",
            """
            UPDATE order_line l SET shipped = l.quantity FROM seller_order p
             WHERE p.id = l.seller_order_id AND p.state IN ('SHIPPED', 'DELIVERED') AND l.purchase_id = ANY(:orders)""",
            """
            UPDATE order_line l SET canceled = l.quantity, units_back = l.quantity, back_minor = l.total_minor, tax_back_minor = l.tax_minor
              FROM seller_order p WHERE p.id = l.seller_order_id AND p.state = 'CANCELED' AND l.purchase_id = ANY(:orders)""",
            """
            UPDATE seller_order p SET shipping_back_minor = p.total_minor - l.total, shipping_tax_back_minor = p.tax_minor - l.tax
              FROM (SELECT seller_order_id, sum(total_minor) AS total, sum(tax_minor) AS tax FROM order_line
                     WHERE purchase_id = ANY(:orders) GROUP BY 1) l
             WHERE l.seller_order_id = p.id AND p.state = 'CANCELED'""",
            "UPDATE purchase SET refunded_minor = total_minor WHERE state = 'CANCELED' AND id = ANY(:orders)");
}
