package dev.galleria.order;

import dev.galleria.account.AccountId;
import dev.galleria.account.Address;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.inventory.LineQuantity;
import dev.galleria.payment.PaymentId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Json;
import dev.galleria.platform.Money;
import dev.galleria.pricing.Step;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads whole orders. */
@ApplicationScoped
class OrderReader {
    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    /** A row of {@code purchase}. */
    public record PurchaseRow(
            UUID id,
            String number,
            @Nullable UUID paymentId,
            @Nullable UUID accountId,
            String email,
            String locale,
            String state,
            String paymentMethod,
            String address,
            String currency,
            long subtotalMinor,
            long discountMinor,
            long shippingMinor,
            long taxMinor,
            boolean taxIncluded,
            long totalMinor,
            BigDecimal exchangeRate,
            String explanation,
            Instant placedAt) {
        Money money(long minor) {
            return new Money(minor, Currency.getInstance(currency));
        }
    }

    /** A part and its parcel, if it has left. */
    public record PartRow(
            UUID id,
            UUID sellerId,
            String sellerName,
            int partNo,
            String state,
            String shippingLabel,
            long subtotalMinor,
            long discountMinor,
            long shippingMinor,
            long taxMinor,
            long totalMinor,
            long ownTotalMinor,
            @Nullable Integer shippingTaxRatePpm) {}

    /** A row of {@code shipment} with its units as {@code line:quantity}. */
    public record ParcelRow(
            UUID id,
            UUID sellerOrderId,
            int parcelNo,
            @Nullable UUID returnId,
            String carrier,
            String trackingNumber,
            @Nullable String trackingUrl,
            Instant shippedAt,
            @Nullable Instant deliveredAt,
            String units) {}

    /** A row of {@code order_line}. */
    public record LineRow(
            UUID sellerOrderId,
            int lineNo,
            UUID productId,
            UUID offerId,
            String productSlug,
            String sku,
            String title,
            String choices,
            @Nullable String imageKey,
            int quantity,
            long unitMinor,
            long discountMinor,
            long taxMinor,
            int taxRatePpm,
            long totalMinor,
            int shipped,
            int canceled,
            int returned) {}

    /** A row of {@code order_event}. */
    public record EventRow(Instant at, String kind, @Nullable UUID sellerId, String actor, String detail) {}

    /** JSON binding needs a class to read a map of texts. */
    public static class Texts extends HashMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    private static final String PURCHASE =
            """
            SELECT id, number, payment_id, account_id, email, locale, state, payment_method, address::text AS address,
                   currency, subtotal_minor, discount_minor, shipping_minor, tax_minor, tax_included, total_minor,
                   exchange_rate, explanation::text AS explanation, placed_at
              FROM purchase WHERE\s""";

    Optional<OrderDetails> find(OrderId id) {
        return read("id = :value", id.value());
    }

    Optional<OrderDetails> byTokenHash(byte[] hash) {
        return read("token_hash = :value", hash);
    }

    Optional<OrderDetails> byNumber(String number) {
        return read("number = :value", number);
    }

    Optional<OrderDetails> byParcel(ShipmentId id) {
        return read(
                "id = (SELECT p.purchase_id FROM shipment s JOIN seller_order p ON p.id = s.seller_order_id WHERE s.id = :value)",
                id.value());
    }

    private Optional<OrderDetails> read(String condition, Object value) {
        return database.call(sql -> sql.createQuery(PURCHASE + condition)
                        .bind("value", value)
                        .mapTo(PurchaseRow.class)
                        .findOne())
                .map(this::complete);
    }

    private OrderDetails complete(PurchaseRow row) {
        var lines = lines(row);
        var parcels = parcels(row.id());
        var parts = parts(row.id()).stream()
                .map(part -> part(
                        row,
                        part,
                        lines.getOrDefault(part.id(), List.of()),
                        parcels.getOrDefault(part.id(), List.of())))
                .toList();
        var id = new OrderId(row.id());
        return new OrderDetails(
                id,
                row.number(),
                OrderStore.token(id),
                OrderState.valueOf(row.state()),
                row.placedAt(),
                row.accountId() == null ? null : new AccountId(row.accountId()),
                row.email(),
                Locale.forLanguageTag(row.locale()),
                Json.read(row.address(), Address.class),
                row.paymentMethod(),
                row.paymentId() == null ? null : new PaymentId(row.paymentId()),
                totals(row),
                parts,
                events(row.id()),
                List.of(Json.read(row.explanation(), Step[].class)));
    }

    private static OrderDetails.Totals totals(PurchaseRow row) {
        return new OrderDetails.Totals(
                row.money(row.subtotalMinor()),
                row.money(row.discountMinor()),
                row.money(row.shippingMinor()),
                row.money(row.taxMinor()),
                row.taxIncluded(),
                row.money(row.totalMinor()));
    }

    private List<PartRow> parts(UUID purchase) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT o.id, o.seller_id, o.seller_name, o.part_no, o.state, o.shipping_label, o.subtotal_minor,
                               o.discount_minor, o.shipping_minor, o.tax_minor, o.total_minor, o.own_total_minor,
                               o.shipping_tax_rate_ppm
                          FROM seller_order o
                         WHERE o.purchase_id = :purchase ORDER BY o.part_no""")
                .bind("purchase", purchase)
                .mapTo(PartRow.class)
                .list());
    }

    private Map<UUID, List<OrderDetails.Line>> lines(PurchaseRow purchase) {
        return database
                .call(sql -> sql.createQuery(
                                """
                                SELECT seller_order_id, line_no, product_id, offer_id, product_slug, sku, title, choices,
                                       image_key, quantity, unit_minor, discount_minor, tax_minor, tax_rate_ppm, total_minor,
                                       shipped, canceled, returned
                                  FROM order_line WHERE purchase_id = :purchase ORDER BY line_no""")
                        .bind("purchase", purchase.id())
                        .mapTo(LineRow.class)
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        LineRow::sellerOrderId, Collectors.mapping(line -> line(purchase, line), Collectors.toList())));
    }

    private List<OrderDetails.Event> events(UUID purchase) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT at, kind, seller_id, actor, detail::text AS detail
                          FROM order_event WHERE purchase_id = :purchase ORDER BY at, id""")
                .bind("purchase", purchase)
                .mapTo(EventRow.class)
                .map(OrderReader::event)
                .list());
    }

    private OrderDetails.Part part(
            PurchaseRow purchase, PartRow row, List<OrderDetails.Line> lines, List<OrderDetails.Shipment> parcels) {
        return new OrderDetails.Part(
                new PartId(row.id()),
                row.partNo(),
                new SellerId(row.sellerId()),
                row.sellerName(),
                OrderState.valueOf(row.state()),
                row.shippingLabel(),
                purchase.money(row.subtotalMinor()),
                purchase.money(row.discountMinor()),
                purchase.money(row.shippingMinor()),
                row.shippingTaxRatePpm(),
                purchase.money(row.taxMinor()),
                purchase.money(row.totalMinor()),
                worth(purchase, row),
                lines,
                parcels);
    }

    private OrderDetails.@Nullable Worth worth(PurchaseRow purchase, PartRow row) {
        var own = tenancy.current().currency();
        return own.getCurrencyCode().equals(purchase.currency())
                ? null
                : new OrderDetails.Worth(new Money(row.ownTotalMinor(), own), purchase.exchangeRate());
    }

    private Map<UUID, List<OrderDetails.Shipment>> parcels(UUID purchase) {
        return database
                .call(sql -> sql.createQuery(
                                """
                                SELECT s.id, s.seller_order_id, s.parcel_no, s.return_id, s.carrier, s.tracking_number, s.tracking_url,
                                       s.shipped_at, s.delivered_at,
                                       (SELECT coalesce(string_agg(l.line_no || ':' || l.quantity, ' ' ORDER BY l.line_no), '')
                                          FROM shipment_line l WHERE l.shipment_id = s.id) AS units
                                  FROM seller_order o JOIN shipment s ON s.seller_order_id = o.id
                                 WHERE o.purchase_id = :purchase ORDER BY s.parcel_no""")
                        .bind("purchase", purchase)
                        .mapTo(ParcelRow.class)
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        ParcelRow::sellerOrderId, Collectors.mapping(OrderReader::shipment, Collectors.toList())));
    }

    private static OrderDetails.Shipment shipment(ParcelRow row) {
        return new OrderDetails.Shipment(
                new ShipmentId(row.id()),
                row.parcelNo(),
                row.returnId() != null,
                units(row.units()),
                row.carrier(),
                row.trackingNumber(),
                row.trackingUrl(),
                row.shippedAt(),
                row.deliveredAt());
    }

    /** As "1:2 3:1". */
    private static List<LineQuantity> units(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" "))
                        .map(one -> one.split(":"))
                        .map(one -> new LineQuantity(Integer.parseInt(one[0]), Integer.parseInt(one[1])))
                        .toList();
    }

    private static OrderDetails.Line line(PurchaseRow purchase, LineRow row) {
        return new OrderDetails.Line(
                row.lineNo(),
                new ProductId(row.productId()),
                new OfferId(row.offerId()),
                row.productSlug(),
                row.sku(),
                row.title(),
                row.choices(),
                row.imageKey(),
                row.quantity(),
                purchase.money(row.unitMinor()),
                purchase.money(row.discountMinor()),
                purchase.money(row.taxMinor()),
                row.taxRatePpm(),
                purchase.money(row.totalMinor()),
                row.shipped(),
                row.canceled(),
                row.returned());
    }

    private static OrderDetails.Event event(EventRow row) {
        return new OrderDetails.Event(
                row.at(),
                OrderDetails.Kind.valueOf(row.kind()),
                row.sellerId() == null ? null : new SellerId(row.sellerId()),
                row.actor(),
                Json.read(row.detail(), Texts.class));
    }
}
